package com.aiqleads.lambda.http;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Says what went wrong, and nothing about how we are built.
@Singleton
final class Problems {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String RETRY_AFTER = "retry-after";

  private final CurrentDelivery current;
  private final ObjectMapper json;

  Problems(CurrentDelivery current, ObjectMapper json) {
    this.current = current;
    this.json = json;
  }

  Problem of(HttpFailure failure) {
    return new Problem(
        "about:blank",
        HttpStatus.getDefaultReason(failure.status()),
        failure.status(),
        failure.code(),
        failure.detail(),
        failure.wrongFields(),
        correlationId());
  }

  /// For what the framework refuses: its own words may quote the request or the code.
  Problem of(HttpStatus status) {
    String code = status.getReason().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return new Problem(
        "about:blank",
        status.getReason(),
        status.getCode(),
        code,
        null,
        List.of(),
        correlationId());
  }

  Map<String, String> headers(HttpFailure failure) {
    Map<String, String> headers = new HashMap<>();
    switch (failure) {
      case TooManyRequests later -> {
        headers.put(RETRY_AFTER, Long.toString(Math.max(1, later.retryAfter().toSeconds())));
        headers.putAll(later.limits());
      }
      case Unauthorized _ -> headers.put("www-authenticate", "Bearer");
      default -> headers.put("cache-control", "no-store");
    }
    return headers;
  }

  APIGatewayV2HTTPResponse answer(HttpFailure failure) {
    try {
      APIGatewayV2HTTPResponse answer = new APIGatewayV2HTTPResponse();
      Map<String, String> headers = headers(failure);
      headers.put("content-type", MEDIA_TYPE);
      answer.setStatusCode(failure.status());
      answer.setHeaders(headers);
      answer.setBody(json.writeValueAsString(of(failure)));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a problem", e);
    }
  }

  private String correlationId() {
    return current
        .delivery()
        .map(Delivery::correlationId)
        .map(CorrelationId::text)
        .orElse("unknown");
  }
}
