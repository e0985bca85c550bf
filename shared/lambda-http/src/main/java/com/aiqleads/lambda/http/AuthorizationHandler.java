package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/// Answers who may not.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationHandler
    implements ExceptionHandler<AuthorizationException, HttpResponse<Problem>> {

  private final ProblemResponses responses;

  AuthorizationHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<Problem> handle(HttpRequest request, AuthorizationException refused) {
    return responses.respond(
        HttpResponse.ok(),
        refused.isForbidden()
            ? new Forbidden("forbidden", "The caller may not do this.")
            : new Unauthorized("unauthorized", "A valid access token is required."));
  }
}
