package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Takes the access token out of the session cookie; it is then verified like everybody's.
@Singleton
final class SessionTokenReader implements TokenReader<HttpRequest<?>> {

  @Override
  public Optional<String> findToken(HttpRequest<?> request) {
    return Cookies.SESSION.in(request);
  }
}
