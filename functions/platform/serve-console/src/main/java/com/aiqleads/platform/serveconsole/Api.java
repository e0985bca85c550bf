package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Client;
import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// The product's own HTTP API, called with the rights of whoever looks at the page.
public interface Api {

  /// In whose name a call is made: with whose token, and for which browser.
  record Sender(Optional<String> accessToken, Client client) {}

  /// An empty body is not sent.
  Answer send(String method, String pathAndQuery, Map<String, ?> body, Sender sender);

  /// Nothing, if something else came: asked by [#get], it says what.
  Optional<ApiFile> file(String pathAndQuery, Sender sender);

  default Answer get(String pathAndQuery, Sender sender) {
    return send("GET", pathAndQuery, Map.of(), sender);
  }

  default Answer post(String path, Map<String, ?> body, Sender sender) {
    return send("POST", path, body, sender);
  }

  default Answer put(String path, Map<String, ?> body, Sender sender) {
    return send("PUT", path, body, sender);
  }

  default Answer delete(String path, Sender sender) {
    return send("DELETE", path, Map.of(), sender);
  }

  /// An id as a part of a path, whatever stands in it.
  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /// What came back; an empty body is an empty object.
  record Answer(int status, JsonNode body) {

    boolean succeeded() {
      return status >= 200 && status < 300;
    }

    String text(String name) {
      return Json.text(body, name);
    }
  }
}
