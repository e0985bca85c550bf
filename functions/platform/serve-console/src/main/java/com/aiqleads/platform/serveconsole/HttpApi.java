package com.aiqleads.platform.serveconsole;

import io.micronaut.context.annotation.Value;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
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
import java.util.Optional;

/// Over the network, through the same edge as everybody else.
@Singleton
final class HttpApi implements Api {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String base;
  private final ObjectMapper mapper;

  HttpApi(@Value("${aiqleads.api.url}") String base, ObjectMapper mapper) {
    this.base = base;
    this.mapper = mapper;
  }

  @Override
  public Answer get(String pathAndQuery, Optional<String> accessToken) {
    return send(request(pathAndQuery, accessToken).GET().build());
  }

  @Override
  public Answer post(String path, Map<String, String> body, Optional<String> accessToken) {
    HttpRequest.Builder request =
        request(path, accessToken).header("content-type", "application/json");
    return send(request.POST(BodyPublishers.ofByteArray(write(body))).build());
  }

  private HttpRequest.Builder request(String pathAndQuery, Optional<String> accessToken) {
    String address = pathAndQuery.startsWith("http") ? pathAndQuery : base + pathAndQuery;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    accessToken.ifPresent(token -> request.header("authorization", "Bearer " + token));
    return request;
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), read(response.body()));
    } catch (IOException e) {
      throw new ApiUnreachable(request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiUnreachable(request.uri().getPath(), e);
    }
  }

  private JsonNode read(byte[] body) throws IOException {
    if (body.length == 0 || (body[0] != '{' && body[0] != '[')) {
      return JsonNode.createObjectNode(Map.of());
    }
    return mapper.readValue(body, JsonNode.class);
  }

  private byte[] write(Map<String, String> body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
