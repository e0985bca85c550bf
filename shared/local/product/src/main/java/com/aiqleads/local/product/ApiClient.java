package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The product's HTTP API as its programs call it.
public final class ApiClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PASSWORD = "on-this-laptop-only";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final HttpClient client;
  private final URI base;
  private final Map<String, String> tokens;
  private final String token;

  public ApiClient(URI base) {
    this(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        base,
        new ConcurrentHashMap<>(),
        "");
  }

  private ApiClient(HttpClient client, URI base, Map<String, String> tokens, String token) {
    this.client = client;
    this.base = base;
    this.tokens = tokens;
    this.token = token;
  }

  /// Signs in as a seeded person, once.
  public ApiClient as(String email) {
    return new ApiClient(client, base, tokens, tokens.computeIfAbsent(email, this::signIn));
  }

  public ApiClient withToken(String anyToken) {
    return new ApiClient(client, base, tokens, anyToken);
  }

  public HttpResponse<byte[]> get(String pathAndQuery) {
    return send(request(pathAndQuery).GET().build());
  }

  public JsonNode json(String pathAndQuery) {
    return read(get(pathAndQuery));
  }

  public HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  public HttpResponse<byte[]> send(String method, String path, byte[] json) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofByteArray(json))
            .build());
  }

  public long total(String pathAndQuery) {
    return json(pathAndQuery).path("total").asLong();
  }

  public static JsonNode read(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String signIn(String email) {
    HttpResponse<byte[]> response =
        post("/sessions", bytes(Map.of("email", email, "password", PASSWORD)));
    if (response.statusCode() != 201) {
      throw new IllegalStateException(
          "sign-in as " + email + " answered " + response.statusCode() + " " + read(response));
    }
    return read(response).path("accessToken").asText();
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(pathAndQuery)).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
