package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.LocalClient;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Passes a request on to an embedded service as it came, its host header too, and streams both
/// ways: signatures stay right and objects of any size fit.
final class Proxy {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection", "content-length", "expect", "keep-alive", "transfer-encoding", "upgrade");
  private static final int NO_BODY = -1;
  private static final int CHUNKED = 0;

  private final URI service;

  Proxy(URI service) {
    this.service = service;
  }

  /// Answers the service's status.
  int pass(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target(exchange))
            .method(exchange.getRequestMethod(), body(exchange));
    copy(exchange.getRequestHeaders(), request);
    HttpResponse<InputStream> answer =
        LocalClient.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      copy(answer, exchange.getResponseHeaders());
      exchange.sendResponseHeaders(answer.statusCode(), length(exchange, answer));
      body.transferTo(exchange.getResponseBody());
    }
    return answer.statusCode();
  }

  private URI target(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    String path = exchange.getRequestURI().getRawPath();
    return URI.create(service + path + (query == null ? "" : "?" + query));
  }

  private static BodyPublisher body(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String length = headers.getFirst("Content-Length");
    if (length != null && Long.parseLong(length) > 0) {
      return BodyPublishers.fromPublisher(
          BodyPublishers.ofInputStream(exchange::getRequestBody), Long.parseLong(length));
    }
    return headers.containsKey("Transfer-Encoding")
        ? BodyPublishers.ofInputStream(exchange::getRequestBody)
        : BodyPublishers.noBody();
  }

  private static void copy(Headers from, HttpRequest.Builder to) {
    from.forEach(
        (name, values) -> {
          if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> to.header(name, value));
          }
        });
  }

  private static void copy(HttpResponse<?> from, Headers to) {
    from.headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                to.put(name, List.copyOf(values));
              }
            });
  }

  private static long length(HttpExchange exchange, HttpResponse<?> answer) {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean none = answer.statusCode() == 204 || answer.statusCode() == 304;
    long length = answer.headers().firstValueAsLong("content-length").orElse(CHUNKED);
    if (head && length > 0) {
      // The server writes the length of a HEAD answer only when it stands among the headers.
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
    }
    boolean known = answer.headers().firstValue("content-length").isPresent();
    return head || none || (known && length == 0) ? NO_BODY : length;
  }
}
