package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// A service of ours with AWS's JSON protocol: the action stands in the target header.
abstract class JsonService {

  private static final int MAX_REQUEST_BYTES = 1024 * 1024;

  abstract JsonNode call(String action, JsonNode request);

  final void answer(HttpExchange exchange) throws IOException {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
    JsonNode request = body.length == 0 ? Json.object() : Json.read(body);
    JsonNode answer = call(target.substring(target.lastIndexOf('.') + 1), request);
    Answers.send(exchange, 200, "application/x-amz-json-1.1", Json.bytes(answer));
  }
}
