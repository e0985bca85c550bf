package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.http.Answers;
import com.aiqleads.manifest.BrowserAccess;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// CORS as an HTTP API does it: the gateway answers preflight requests itself, and says for every
/// answer whose scripts may read it. Without origins there is no CORS, and functions may say it.
final class CrossOrigin {

  static final String ALLOWED = "Access-Control-Allow-Origin";

  private static final byte[] NOTHING = {};

  private final BrowserAccess access;

  CrossOrigin(BrowserAccess access) {
    this.access = access;
  }

  boolean isOn() {
    return !access.origins().isEmpty();
  }

  boolean isPreflight(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    return isOn()
        && exchange.getRequestMethod().equals("OPTIONS")
        && headers.containsKey("Origin")
        && headers.containsKey("Access-Control-Request-Method");
  }

  void allow(HttpExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    Headers answer = exchange.getResponseHeaders();
    if (isOn()) {
      answer.set("Vary", "Origin");
    }
    if (origin != null && access.origins().contains(origin)) {
      answer.set(ALLOWED, origin);
      answer.set("Access-Control-Expose-Headers", String.join(",", BrowserAccess.ANSWER_HEADERS));
    }
  }

  void answerPreflight(HttpExchange exchange) throws IOException {
    Headers answer = exchange.getResponseHeaders();
    if (answer.containsKey(ALLOWED)) {
      answer.set("Access-Control-Allow-Methods", String.join(",", BrowserAccess.METHODS));
      answer.set("Access-Control-Allow-Headers", String.join(",", BrowserAccess.REQUEST_HEADERS));
      answer.set("Access-Control-Max-Age", String.valueOf(BrowserAccess.MAX_AGE.toSeconds()));
    }
    Answers.send(exchange, 204, NOTHING);
  }
}
