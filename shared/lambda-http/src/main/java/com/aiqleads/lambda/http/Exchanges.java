package com.aiqleads.lambda.http;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Handling;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.TraceParent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request, from the gateway's event to its answer: refused, or handed to the controllers; with
/// a correlation id, a log line and a count in any case.
@Singleton
final class Exchanges {

  static final String CORRELATION_HEADER = "x-correlation-id";

  private static final int FAILURE = 500;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

  private final GatewayHandler handler;
  private final EdgeSecret edge;
  private final AccessRules rules;
  private final Problems problems;
  private final Handling handling;
  private final Metrics metrics;
  private final InstantSource clock;

  Exchanges(
      GatewayHandler handler,
      EdgeSecret edge,
      AccessRules rules,
      Problems problems,
      Handling handling,
      Metrics metrics,
      InstantSource clock) {
    this.handler = handler;
    this.edge = edge;
    this.rules = rules;
    this.problems = problems;
    this.handling = handling;
    this.metrics = metrics;
    this.clock = clock;
  }

  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    RequestParts request = new RequestParts(event);
    Optional<AccessRules.Rule> rule = rules.find(request.method(), request.path());
    String route = rule.map(AccessRules.Rule::route).orElse("unknown");
    Delivery delivery = delivery(request, route);
    APIGatewayV2HTTPResponse answer =
        handling.call(delivery, () -> logged(request, delivery, rule.isPresent()));
    metrics.count("requests", route, Integer.toString(answer.getStatusCode()));
    if (answer.getStatusCode() >= FAILURE) {
      // One figure of all routes, as the alarm of a new version wants it.
      metrics.count("failed_answers", "all", "failed");
    }
    handling.end();
    return answer;
  }

  private APIGatewayV2HTTPResponse logged(
      RequestParts request, Delivery delivery, boolean isListed) {
    long start = System.nanoTime();
    APIGatewayV2HTTPResponse answer = respond(request, isListed);
    Map<String, String> headers = new HashMap<>(answer.getHeaders());
    headers.put(CORRELATION_HEADER, delivery.correlationId().text());
    answer.setHeaders(headers);
    LOG.atInfo()
        .addKeyValue("route", delivery.event())
        .addKeyValue("status", answer.getStatusCode())
        .addKeyValue("ms", (System.nanoTime() - start) / NANOS_PER_MILLI)
        .log("answered");
    return answer;
  }

  private APIGatewayV2HTTPResponse respond(RequestParts request, boolean isListed) {
    try {
      Optional<HttpFailure> stranger = edge.refuse(request);
      if (stranger.isPresent()) {
        return problems.answer(stranger.orElseThrow());
      }
      if (!isListed) {
        return problems.answer(new NotFound("not-found", "There is nothing at this address."));
      }
      Optional<HttpFailure> refused = RequestChecks.refuse(request);
      return refused.isPresent()
          ? problems.answer(refused.orElseThrow())
          : handler
              .exchange(request.event(), new APIGatewayV2HTTPResponse())
              .getResponse()
              .getNativeResponse();
    } catch (HttpFailure failure) {
      return problems.answer(failure);
    }
  }

  private Delivery delivery(RequestParts request, String route) {
    return new Delivery(
        new EventId(Ids.next(clock)),
        route,
        clock.instant(),
        correlationId(request),
        TraceParent.childOf(request.header("traceparent").orElse(null)));
  }

  private CorrelationId correlationId(RequestParts request) {
    try {
      return request
          .header(CORRELATION_HEADER)
          .map(CorrelationId::parse)
          .orElseGet(() -> new CorrelationId(Ids.next(clock)));
    } catch (IllegalArgumentException _) {
      return new CorrelationId(Ids.next(clock));
    }
  }
}
