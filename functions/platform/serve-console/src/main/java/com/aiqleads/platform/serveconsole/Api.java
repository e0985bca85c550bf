package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.Optional;

/// The product's own HTTP API, called with the rights of whoever looks at the page.
public interface Api {

  Answer get(String pathAndQuery, Optional<String> accessToken);

  Answer post(String path, Map<String, String> body, Optional<String> accessToken);

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
