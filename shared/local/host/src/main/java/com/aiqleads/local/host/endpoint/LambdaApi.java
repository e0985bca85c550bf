package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.function.Outcome;
import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Lambda's API: list, get and invoke functions, list event source mappings.
final class LambdaApi {

  private static final int MAX_SYNC_BYTES = 6 * 1024 * 1024;
  private static final int MAX_ASYNC_BYTES = 1024 * 1024;

  private final FunctionHost functions;
  private final List<Mapping> mappings;
  private final AsyncInvocations async;

  LambdaApi(FunctionHost functions, List<Mapping> mappings, AsyncInvocations async) {
    this.functions = functions;
    this.mappings = List.copyOf(mappings);
    this.async = async;
  }

  void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath().replaceFirst("/$", "");
    String call = exchange.getRequestMethod() + " " + path.replaceFirst("^/2015-03-31", "");
    if (call.equals("GET /functions")) {
      Answers.json(exchange, 200, list());
    } else if (call.equals("GET /event-source-mappings")) {
      Answers.json(exchange, 200, mappings(exchange));
    } else if (call.matches("GET /functions/[^/]+")) {
      Answers.json(exchange, 200, described(named(path, 3)));
    } else if (call.matches("GET /functions/[^/]+/configuration")) {
      Answers.json(exchange, 200, configuration(named(path, 3)));
    } else if (call.matches("POST /functions/[^/]+/invocations")) {
      invoke(exchange, named(path, 3));
    } else {
      throw AwsError.unsupported("Lambda " + call);
    }
  }

  private FunctionPool named(String path, int part) {
    String name = URLDecoder.decode(path.split("/")[part], StandardCharsets.UTF_8);
    return functions
        .find(name)
        .orElseThrow(
            () -> new AwsError(404, "ResourceNotFoundException", "Function not found: " + name));
  }

  private ObjectNode list() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("Functions");
    functions.pools().forEach(pool -> list.add(configuration(pool)));
    return answer;
  }

  private static ObjectNode described(FunctionPool pool) {
    ObjectNode answer = Json.object();
    answer.set("Configuration", configuration(pool));
    answer
        .putObject("Code")
        .put("RepositoryType", "local")
        .put("Location", pool.function().artefact().toUri().toString());
    return answer;
  }

  private static ObjectNode configuration(FunctionPool pool) {
    DeployedFunction function = pool.function();
    ObjectNode json =
        Json.object()
            .put("FunctionName", function.awsName())
            .put("FunctionArn", function.arn())
            .put("Runtime", "java25")
            .put("Handler", function.handler())
            .put("Timeout", function.timeout().toSeconds())
            .put("MemorySize", function.memoryMegabytes())
            .put("Version", "$LATEST")
            .put("PackageType", "Zip")
            .put("State", "Active")
            .put("LastUpdateStatus", "Successful");
    ObjectNode variables = json.putObject("Environment").putObject("Variables");
    function.variables().forEach(variables::put);
    return json;
  }

  private ObjectNode mappings(HttpExchange exchange) {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("EventSourceMappings");
    for (Mapping mapping : mappings) {
      DeployedFunction function = functions.pool(mapping.functionId()).function();
      if (!query.contains("FunctionName=") || query.contains(function.awsName())) {
        list.add(MappingJson.of(mapping, function));
      }
    }
    return answer;
  }

  private void invoke(HttpExchange exchange, FunctionPool pool) throws IOException {
    refuseWhatIsNotSupported(exchange);
    String type =
        Objects.requireNonNullElse(
            exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type"), "RequestResponse");
    switch (type) {
      case "DryRun" -> Answers.send(exchange, 204, new byte[0]);
      case "Event" -> {
        async.submit(pool.function().id(), payload(exchange, MAX_ASYNC_BYTES));
        Answers.send(exchange, 202, new byte[0]);
      }
      case "RequestResponse" -> answer(exchange, pool.invoke(payload(exchange, MAX_SYNC_BYTES)));
      default ->
          throw new AwsError(400, "InvalidParameterValueException", "Unknown invocation " + type);
    }
  }

  private static void refuseWhatIsNotSupported(HttpExchange exchange) {
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    if (query.contains("Qualifier=") && !query.contains("Qualifier=$LATEST")) {
      throw AwsError.unsupported("versions and aliases of functions");
    }
    if ("Tail".equals(exchange.getRequestHeaders().getFirst("X-Amz-Log-Type"))) {
      throw AwsError.unsupported("the log type Tail: read the log file of the data directory");
    }
  }

  private static byte[] payload(HttpExchange exchange, int max) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(max + 1);
    if (body.length > max) {
      throw new AwsError(413, "RequestTooLargeException", "Request must be at most " + max);
    }
    byte[] payload = body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body;
    try {
      Json.read(payload);
    } catch (Json.NotJson e) {
      throw new AwsError(400, "InvalidRequestContentException", "The payload is not JSON");
    }
    return payload;
  }

  private static void answer(HttpExchange exchange, Outcome outcome) throws IOException {
    exchange.getResponseHeaders().set("X-Amz-Executed-Version", "$LATEST");
    switch (outcome) {
      case Outcome.Answered answered ->
          Answers.send(
              exchange,
              200,
              "application/json",
              answered.payload().length == 0
                  ? "null".getBytes(StandardCharsets.UTF_8)
                  : answered.payload());
      case Outcome.Failed failed -> {
        if (failed.errorType().equals(Outcome.Failed.BUSY)) {
          throw new AwsError(429, "TooManyRequestsException", failed.message());
        }
        exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
        Answers.json(exchange, 200, failed.json());
      }
    }
  }
}
