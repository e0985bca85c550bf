package com.aiqleads.platform.signin;

import com.aiqleads.platform.MailKind;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/// Takes requests for letters; every kind is asked for in the same way.
@Singleton
final class LetterDesk {

  private final RequestLetter requestLetter;
  private final Throttle throttle;

  LetterDesk(RequestLetter requestLetter, Throttle throttle) {
    this.requestLetter = requestLetter;
    this.throttle = throttle;
  }

  RegistrationView take(MailKind kind, HttpRequest<?> request, LetterRequest body) {
    throttle.admit(request);
    requestLetter.request(kind, body.checked());
    return RegistrationView.RECEIVED;
  }
}
