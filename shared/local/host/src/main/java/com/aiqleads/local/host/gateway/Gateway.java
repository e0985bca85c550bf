package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.function.Outcome;
import com.aiqleads.local.host.gateway.Authorizer.Decision;
import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.manifest.BrowserAccess;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Answers requests as API Gateway's HTTP API does, with the routes of the manifests.
public final class Gateway {

  static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
  static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

  /// The request line and the values of the headers, together.
  static final int MAX_HEADER_BYTES = 10_240;

  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Outcome.Failed LATE =
      Outcome.Failed.of("Gateway.Late", "no answer within the gateway's limit");

  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  private final RouteTable routes;
  private final CrossOrigin crossOrigin;
  private final Authorizer authorizer;
  private final IssuerFiles issuer;
  private final FunctionHost functions;
  private final Duration limit;

  /// The gateway as deployed.
  ///
  /// @param browsers whose scripts may call
  /// @param issuer who signs tokens
  /// @param bucket where the issuer keeps its keys
  public static Gateway of(
      RouteTable routes,
      BrowserAccess browsers,
      String issuer,
      URI bucket,
      FunctionHost functions,
      InstantSource clock) {
    IssuerFiles files = new IssuerFiles(bucket);
    Authorizer authorizer = new Authorizer(new Jwks(files::keys, clock), issuer, clock);
    return new Gateway(routes, browsers, authorizer, files, functions, LIMIT);
  }

  Gateway(
      RouteTable routes,
      BrowserAccess browsers,
      Authorizer authorizer,
      IssuerFiles issuer,
      FunctionHost functions,
      Duration limit) {
    this.routes = routes;
    this.crossOrigin = new CrossOrigin(browsers);
    this.authorizer = authorizer;
    this.issuer = issuer;
    this.functions = functions;
    this.limit = limit;
  }

  public void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Apigw-Requestid", UUID.randomUUID().toString());
    String path = exchange.getRequestURI().getRawPath();
    if (IssuerFiles.serves(exchange.getRequestMethod(), path)) {
      issuer.answer(exchange, path);
      return;
    }
    crossOrigin.allow(exchange);
    if (crossOrigin.isPreflight(exchange)) {
      crossOrigin.answerPreflight(exchange);
      return;
    }
    if (headerBytes(exchange) > MAX_HEADER_BYTES) {
      message(exchange, 431, "Request Header Fields Too Large");
      return;
    }
    Optional<RouteTable.Match> match = routes.find(exchange.getRequestMethod(), path);
    if (match.isEmpty()) {
      message(exchange, 404, "Not Found");
    } else {
      authorize(exchange, match.get());
    }
  }

  private static int headerBytes(HttpExchange exchange) {
    int bytes = exchange.getRequestURI().toString().length();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      bytes += header.getValue().stream().mapToInt(String::length).sum();
    }
    return bytes;
  }

  private void authorize(HttpExchange exchange, RouteTable.Match match) throws IOException {
    Optional<String> token =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    Decision decision = authorizer.decide(match.entry().route().access(), token);
    switch (decision) {
      case Decision.Unauthorized _ -> unauthorized(exchange);
      case Decision.Forbidden _ -> message(exchange, 403, "Forbidden");
      case Decision.Open _, Decision.Allowed _ -> pass(exchange, match, decision);
    }
  }

  private static void unauthorized(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    message(exchange, 401, "Unauthorized");
  }

  private void pass(HttpExchange exchange, RouteTable.Match match, Decision decision)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      // Or a client that is still sending finds the connection broken, and no answer.
      byte[] _ = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
      tooLarge(exchange);
      return;
    }
    byte[] payload = Payload.of(exchange, match, decision, body);
    if (payload.length > MAX_PAYLOAD_BYTES) {
      tooLarge(exchange);
      return;
    }
    invoke(exchange, functions.pool(match.entry().functionId()), payload);
  }

  private static void tooLarge(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Connection", "close");
    message(exchange, 413, "Request Entity Too Large");
  }

  /// The caller waits no longer than the limit for all of it; the function goes on to its own.
  private void invoke(HttpExchange exchange, FunctionPool pool, byte[] payload) throws IOException {
    Outcome outcome =
        CompletableFuture.supplyAsync(() -> pool.invoke(payload, limit), Thread::startVirtualThread)
            .completeOnTimeout(LATE, limit.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    switch (outcome) {
      case Outcome.Answered answered -> answered(exchange, pool, answered);
      case Outcome.Failed failed -> failed(exchange, pool, failed);
    }
  }

  private void answered(HttpExchange exchange, FunctionPool pool, Outcome.Answered answered)
      throws IOException {
    try {
      FunctionAnswer.send(exchange, answered.payload(), crossOrigin.isOn());
    } catch (IllegalArgumentException e) {
      internal(exchange, pool, "its answer is no HTTP answer: " + e.getMessage());
    }
  }

  private static void failed(HttpExchange exchange, FunctionPool pool, Outcome.Failed failed)
      throws IOException {
    if (failed.equals(LATE) || failed.errorType().equals(Outcome.Failed.BUSY)) {
      message(exchange, 503, "Service Unavailable");
    } else {
      internal(exchange, pool, failed.errorType() + ": " + failed.message());
    }
  }

  private static void internal(HttpExchange exchange, FunctionPool pool, String why)
      throws IOException {
    LOG.log(System.Logger.Level.WARNING, "{0} failed: {1}", pool.function().id(), why);
    message(exchange, 500, "Internal Server Error");
  }

  private static void message(HttpExchange exchange, int status, String message)
      throws IOException {
    Answers.json(exchange, status, Json.object().put("message", message));
  }
}
