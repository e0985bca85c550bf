package com.aiqleads.local.host.endpoint;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Passes object requests on and tells of what was put. Multipart uploads and copies are not told.
final class ObjectProxy {

  private final Proxy proxy;
  private final ObjectWatcher watcher;

  ObjectProxy(Proxy proxy, ObjectWatcher watcher) {
    this.proxy = proxy;
    this.watcher = watcher;
  }

  void pass(HttpExchange exchange) throws IOException {
    int status = proxy.pass(exchange);
    if (status == 200 && putsObject(exchange)) {
      tell(exchange);
    }
  }

  private static boolean putsObject(HttpExchange exchange) {
    boolean object = exchange.getRequestURI().getRawPath().matches("/[^/]+/.+");
    return exchange.getRequestMethod().equals("PUT")
        && object
        && !String.valueOf(exchange.getRequestURI().getRawQuery()).contains("uploadId=");
  }

  private void tell(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath().substring(1);
    int slash = path.indexOf('/');
    String key =
        URLDecoder.decode(path.substring(slash + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    watcher.put(path.substring(0, slash), key, bytes(exchange), etag(exchange));
  }

  private static long bytes(HttpExchange exchange) {
    String decoded = exchange.getRequestHeaders().getFirst("X-Amz-Decoded-Content-Length");
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return Long.parseLong(
        Objects.requireNonNullElse(decoded, Objects.requireNonNullElse(length, "0")));
  }

  private static String etag(HttpExchange exchange) {
    String etag = exchange.getResponseHeaders().getFirst("Etag");
    return etag == null ? "" : etag.replace("\"", "");
  }
}
