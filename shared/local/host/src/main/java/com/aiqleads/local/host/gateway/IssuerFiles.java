package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.LocalClient;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/// The issuer's discovery document and keys: objects in a bucket, which deployed CloudFront serves.
final class IssuerFiles {

  private static final String FOLDER = "/.well-known/";
  private static final String KEYS = FOLDER + "jwks.json";

  private final URI bucket;

  IssuerFiles(URI bucket) {
    this.bucket = bucket;
  }

  static boolean serves(String method, String path) {
    return path.startsWith(FOLDER) && Set.of("GET", "HEAD").contains(method);
  }

  byte[] keys() throws IOException {
    HttpResponse<byte[]> answer = read(KEYS);
    if (answer.statusCode() != 200) {
      throw new IOException("the bucket answered " + answer.statusCode());
    }
    return answer.body();
  }

  void answer(HttpExchange exchange, String path) throws IOException {
    HttpResponse<byte[]> object = read(path);
    if (object.statusCode() != 200) {
      Answers.text(exchange, 404, "text/plain", "Not Found");
      return;
    }
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=300");
    Answers.send(exchange, 200, "application/json", object.body());
  }

  private HttpResponse<byte[]> read(String path) throws IOException {
    return LocalClient.send(HttpRequest.newBuilder(URI.create(bucket + path)).build());
  }
}
