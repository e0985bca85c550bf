package com.aiqleads.platform.signin;

import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.signin.Admission.Admitted;
import com.aiqleads.platform.signin.Admission.CodeOwed;
import com.aiqleads.platform.signin.Admission.SignedIn;
import com.aiqleads.platform.signin.ChallengeView.Owed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

/// What somebody is told who is let in, or nearly: nothing that anybody may keep.
final class SessionAnswers {

  private SessionAnswers() {}

  static HttpResponse<?> admitted(Admitted admitted) {
    return switch (admitted) {
      case SignedIn signedIn -> session(HttpStatus.CREATED, signedIn.session());
      case CodeOwed owed -> owed(owed.challenge(), Owed.CODE);
    };
  }

  static HttpResponse<SessionView> session(HttpStatus status, Session session) {
    return secret(status, SessionView.of(session));
  }

  static HttpResponse<ChallengeView> owed(RandomSecret challenge, Owed owed) {
    return secret(HttpStatus.ACCEPTED, ChallengeView.of(challenge, owed));
  }

  static <T> HttpResponse<T> secret(HttpStatus status, T body) {
    return HttpResponse.<T>status(status).header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
  }
}
