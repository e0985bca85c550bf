package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.http.EdgeSecret;
import com.aiqleads.lambda.http.Viewers;
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
import java.util.regex.Pattern;

/// Over the network, through the same edge as everybody else.
@Singleton
final class HttpApi implements Api {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final Pattern VISIBLE = Pattern.compile("[ -~]{1,500}");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String base;
  private final CurrentDelivery current;
  private final Viewers viewers;
  private final EdgeSecret edge;
  private final ObjectMapper mapper;

  HttpApi(
      @Value("${aiqleads.api.url}") String base,
      CurrentDelivery current,
      Viewers viewers,
      EdgeSecret edge,
      ObjectMapper mapper) {
    this.base = base;
    this.current = current;
    this.viewers = viewers;
    this.edge = edge;
    this.mapper = mapper;
  }

  @Override
  public Answer send(String method, String pathAndQuery, Map<String, ?> body, Sender sender) {
    HttpRequest.Builder request = request(pathAndQuery, sender);
    if (body.isEmpty()) {
      return answer(request.method(method, BodyPublishers.noBody()).build());
    }
    request.header("content-type", "application/json");
    return answer(request.method(method, BodyPublishers.ofByteArray(write(body))).build());
  }

  @Override
  public Optional<ApiFile> file(String pathAndQuery, Sender sender) {
    HttpResponse<byte[]> response = sent(request(pathAndQuery, sender).build());
    return response
        .headers()
        .firstValue("content-disposition")
        .filter(_ -> response.statusCode() == OK)
        .map(
            disposition ->
                new ApiFile(
                    response.headers().firstValue("content-type").orElse("text/plain"),
                    disposition,
                    new ApiFile.Content(response.body())));
  }

  private HttpRequest.Builder request(String pathAndQuery, Sender sender) {
    boolean ours = !pathAndQuery.startsWith("http");
    String address = ours ? base + pathAndQuery : pathAndQuery;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    current.delivery().ifPresent(page -> follow(page, request));
    sender.accessToken().ifPresent(token -> request.header("authorization", "Bearer " + token));
    Optional.of(sender.client().agent())
        .filter(agent -> VISIBLE.matcher(agent).matches())
        .ifPresent(agent -> request.header("user-agent", agent));
    if (ours) {
      request.header(Viewers.HEADER, viewers.statement(sender.client()));
      edge.sent().ifPresent(secret -> request.header(EdgeSecret.HEADER, secret));
    }
    return request;
  }

  /// What the API does for a page is part of the page's journey.
  private static void follow(Delivery page, HttpRequest.Builder request) {
    request.header("x-correlation-id", page.correlationId().text());
    request.header("traceparent", page.trace().value());
  }

  private Answer answer(HttpRequest request) {
    HttpResponse<byte[]> response = sent(request);
    try {
      return new Answer(response.statusCode(), read(response.body()));
    } catch (IOException e) {
      throw new ApiUnreachable(request.uri().getPath(), e);
    }
  }

  private HttpResponse<byte[]> sent(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
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

  private byte[] write(Map<String, ?> body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
