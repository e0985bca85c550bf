package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/// Every answer that is not a success, as a [Problem]. The framework's default would show the
/// message of whatever was thrown.
@Primary
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final int MAX_CAUSES = 10;

  private final Problems problems;

  ProblemResponses(Problems problems) {
    this.problems = problems;
  }

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    Optional<HttpFailure> failure =
        context.getRootCause().flatMap(thrown -> failure(thrown, response.code()));
    return failure
        .map(known -> respond(response, known))
        .orElseGet(() -> respond(response, problems.of(HttpStatus.valueOf(response.code()))));
  }

  MutableHttpResponse<Problem> respond(MutableHttpResponse<?> response, HttpFailure failure) {
    problems.headers(failure).forEach(response::header);
    return respond(response.status(failure.status()), problems.of(failure));
  }

  private static MutableHttpResponse<Problem> respond(
      MutableHttpResponse<?> response, Problem problem) {
    return response.body(problem).contentType(Problems.MEDIA_TYPE);
  }

  private static Optional<HttpFailure> failure(Throwable thrown, int status) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES)
        .flatMap(cause -> known(cause, status).stream())
        .findFirst();
  }

  private static Optional<HttpFailure> known(Throwable cause, int status) {
    return switch (cause) {
      case HttpFailure failure -> Optional.of(failure);
      case UnsatisfiedRouteException missing ->
          Optional.of(new BadInput(missing.getArgument().getName(), "is required"));
      case ConversionErrorException wrong when status < 500 ->
          Optional.of(new BadInput(wrong.getArgument().getName(), "cannot be read"));
      default -> Optional.empty();
    };
  }
}
