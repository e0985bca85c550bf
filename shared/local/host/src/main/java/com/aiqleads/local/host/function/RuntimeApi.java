package com.aiqleads.local.host.function;

import com.aiqleads.local.host.function.Outcome.Answered;
import com.aiqleads.local.host.function.Outcome.Failed;
import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Lambda Runtime API of one environment: what waits for the function, what it answers, and
/// whether it has started.
final class RuntimeApi implements AutoCloseable {

  private static final String VERSION = "/2018-06-01/runtime/";
  private static final Pattern OF_INVOCATION =
      Pattern.compile("invocation/([^/]+)/(response|error)");
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final String NO_TYPE = "Unhandled";

  private final DeployedFunction function;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Outcome>> running = new ConcurrentHashMap<>();
  private final LocalServer server;

  RuntimeApi(DeployedFunction function) {
    this.function = function;
    this.server = new LocalServer(0, "none", this::answer);
  }

  /// As `AWS_LAMBDA_RUNTIME_API` has it.
  String address() {
    return "127.0.0.1:" + server.port();
  }

  /// Ends when the function asks for its first invocation, or with what its start threw.
  CompletableFuture<Void> started() {
    return started;
  }

  /// Hands an invocation to the function.
  CompletableFuture<Outcome> offer(Invocation invocation) {
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    running.put(invocation.requestId(), answer);
    waiting.add(invocation);
    return answer;
  }

  /// Takes an invocation back that the function has not asked for.
  boolean withdraw(Invocation invocation) {
    running.remove(invocation.requestId());
    return waiting.remove(invocation);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestURI().getPath();
    call = call.startsWith(VERSION) ? call.substring(VERSION.length()) : call;
    Matcher ofInvocation = OF_INVOCATION.matcher(call);
    switch (call) {
      case "invocation/next" -> next(exchange);
      case "restore/next" -> Answers.send(exchange, 200, new byte[0]);
      case "init/error", "restore/error" -> notStarted(exchange);
      case String _ when ofInvocation.matches() ->
          ended(exchange, ofInvocation.group(1), ofInvocation.group(2).equals("error"));
      default -> refuse(exchange, 404, "UnknownCall", "there is no " + call);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    started.complete(null);
    try {
      Invocation invocation = waiting.take();
      Headers headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
      headers.set(
          "Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
      headers.set("Lambda-Runtime-Invoked-Function-Arn", function.arn());
      headers.set("Lambda-Runtime-Trace-Id", TraceHeader.fresh());
      Answers.send(exchange, 200, "application/json", invocation.payload());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the environment ends").initCause(e);
    }
  }

  private void notStarted(HttpExchange exchange) throws IOException {
    started.completeExceptionally(new StartFailed(failure(exchange)));
    Answers.send(exchange, 202, new byte[0]);
  }

  private void ended(HttpExchange exchange, String id, boolean failed) throws IOException {
    CompletableFuture<Outcome> answer = running.remove(id);
    if (answer == null) {
      refuse(exchange, 400, "InvalidRequestID", "no invocation " + id + " is running");
      return;
    }
    Outcome outcome =
        failed ? failure(exchange) : new Answered(exchange.getRequestBody().readAllBytes());
    // First, so that who waits for it does not wait for the function's thanks as well.
    answer.complete(outcome);
    Answers.send(exchange, 202, new byte[0]);
  }

  private static Failed failure(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    JsonNode error = body.length == 0 ? Json.object() : Json.read(body);
    String type = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
    ArrayNode trace = Json.array();
    error.path("stackTrace").forEach(trace::add);
    return new Failed(
        error.path("errorType").asText(type == null ? NO_TYPE : type),
        error.path("errorMessage").asText(""),
        trace);
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    Answers.json(
        exchange, status, Json.object().put("errorType", type).put("errorMessage", message));
  }

  @Override
  public void close() {
    server.close();
  }

  /// The function reported that it cannot start.
  static final class StartFailed extends Exception {
    StartFailed(Failed failure) {
      super("%s: %s".formatted(failure.errorType(), failure.message()));
    }
  }
}
