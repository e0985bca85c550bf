package com.aiqleads.lambda.http;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Lets the framework ask for callers by their tokens.
@Singleton
final class AccessTokens implements TokenValidator<HttpRequest<?>> {

  private final TokenVerifier verifier;

  AccessTokens(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
    return verifier
        .verify(token)
        .<Publisher<Authentication>>map(Publishers::just)
        .orElseGet(Publishers::empty);
  }
}
