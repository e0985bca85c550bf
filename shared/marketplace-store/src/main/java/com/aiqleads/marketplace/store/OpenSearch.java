package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.IndexUnavailable;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// OpenSearch's REST interface in JSON. Answers of other kinds than success are failures, except
/// those that a question allows.
final class OpenSearch {
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  static final int SERVER_ERROR = 500;
  static final int SUCCESS_END = 300;
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final SignedHttp http;
  private final ObjectMapper json;

  OpenSearch(SignedHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /// What OpenSearch said, and whether it was a success.
  record Reply(int status, JsonNode body) {
    boolean isSuccess() {
      return status < SUCCESS_END;
    }

    boolean isNotFound() {
      return status == NOT_FOUND;
    }
  }

  Reply get(String path) {
    return reply("GET", path, http.get(path));
  }

  Reply post(String path) {
    return reply("POST", path, http.send("POST", path, JSON, new byte[0]));
  }

  Reply send(String method, String path, Map<String, Object> body) {
    return reply(method, path, http.send(method, path, JSON, bytes(body)));
  }

  /// One JSON object a line.
  Reply sendLines(String path, List<Map<String, Object>> lines) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map<String, Object> line : lines) {
      body.writeBytes(bytes(line));
      body.write('\n');
    }
    return reply("POST", path, http.send("POST", path, LINES, body.toByteArray()));
  }

  /// Fails unless it succeeded: for what cannot go wrong while the service is well.
  static JsonNode success(Reply reply, String act) {
    if (!reply.isSuccess()) {
      throw new IllegalStateException(act + ": OpenSearch answered " + reply.status());
    }
    return reply.body();
  }

  private Reply reply(String method, String path, SignedHttp.Answer answer) {
    if (answer.status() == TOO_MANY_REQUESTS || answer.status() >= SERVER_ERROR) {
      throw new IndexUnavailable(method + " " + path + " was answered " + answer.status());
    }
    try {
      return new Reply(answer.status(), json.readValue(answer.body(), Argument.of(JsonNode.class)));
    } catch (IOException e) {
      throw new IndexUnavailable(method + " " + path + " was answered in no JSON", e);
    }
  }

  private byte[] bytes(Map<String, Object> body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a question to the index", e);
    }
  }
}
