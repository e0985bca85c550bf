package com.aiqleads.lambda.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers while tokens cannot be verified.
@Singleton
final class KeysUnavailableHandler
    implements ExceptionHandler<TokenVerifier.KeysUnavailable, HttpResponse<Problem>> {

  private final ProblemResponses responses;

  KeysUnavailableHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<Problem> handle(HttpRequest request, TokenVerifier.KeysUnavailable gone) {
    return responses.respond(
        HttpResponse.ok(), new Unavailable("Access tokens cannot be verified now."));
  }
}
