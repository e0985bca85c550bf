package com.aiqleads.lambda.http;

import com.aiqleads.lambda.ActingKey;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Lets the framework ask for callers by their tokens, and says by which API key they act.
@Singleton
final class AccessTokens implements TokenValidator<HttpRequest<?>> {

  private final TokenVerifier verifier;
  private final ActingKey acting;

  AccessTokens(TokenVerifier verifier, ActingKey acting) {
    this.verifier = verifier;
    this.acting = acting;
  }

  @Override
  public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
    Optional<Authentication> caller = verifier.verify(token);
    caller.flatMap(Callers::apiKey).ifPresent(acting::begin);
    return caller.<Publisher<Authentication>>map(Publishers::just).orElseGet(Publishers::empty);
  }
}
