package com.aiqleads.lambda.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers what controllers refuse.
@Singleton
final class HttpFailureHandler implements ExceptionHandler<HttpFailure, HttpResponse<Problem>> {

  private final ProblemResponses responses;

  HttpFailureHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<Problem> handle(HttpRequest request, HttpFailure failure) {
    return responses.respond(HttpResponse.ok(), failure);
  }
}
