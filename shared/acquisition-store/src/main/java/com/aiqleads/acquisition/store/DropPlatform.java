package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.deleting.DeletionPlatform;
import com.aiqleads.acquisition.deleting.DeletionStatus;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The Data Broker API of DROP, 1.2.0: `GET /data/download`, `POST /data/upload`. Redirects are not
/// followed: they would carry the key away.
final class DropPlatform implements DeletionPlatform, AutoCloseable {

  private static final Duration MAX_CONNECT = Duration.ofSeconds(5);
  private static final Duration MAX_DOWNLOAD = Duration.ofMinutes(3);
  private static final Duration MAX_UPLOAD = Duration.ofMinutes(1);
  private static final String ZIP = "application/zip";

  /// What the secret says once an operator has filled it; it is made with random content.
  @Serdeable
  record Settings(@Nullable String apiKey) {}

  @Serdeable
  record Taken(int acceptedCount, int rejectedCount) {}

  /// It said something that nobody here can go on from.
  static final class DeletionPlatformRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeletionPlatformRefused(String act, int status) {
      super("DROP answered %s with %d".formatted(act, status));
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(MAX_CONNECT)
          .build();
  private final Supplier<String> secret;
  private final ObjectMapper json;
  private final URI service;

  DropPlatform(Supplier<String> secret, ObjectMapper json, URI service) {
    this.secret = secret;
    this.json = json;
    this.service = service;
  }

  @Override
  public Reply pull(Path into) {
    Optional<String> key = key();
    return key.isEmpty() ? Reply.OFF : pull(key.get(), into);
  }

  private Reply pull(String key, Path into) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/data/download"))
            .header("Accept", ZIP + ", application/json")
            .GET();
    HttpResponse<?> answer = send(request, key, MAX_DOWNLOAD, zipInto(into));
    return switch (answer.statusCode()) {
      case 200 -> isZip(answer) ? Reply.LISTS : Reply.NOTHING_NEW;
      case 202, 429 -> Reply.NOT_YET;
      case 409 -> Reply.ANSWERS_FIRST;
      default -> {
        if (answer.statusCode() >= 500) {
          yield Reply.NOT_YET;
        }
        throw new DeletionPlatformRefused("a download", answer.statusCode());
      }
    };
  }

  private static BodyHandler<Path> zipInto(Path file) {
    return info ->
        isZip(info.headers().firstValue("content-type"))
            ? BodySubscribers.ofFile(file)
            : BodySubscribers.replacing(file);
  }

  private static boolean isZip(HttpResponse<?> answer) {
    return isZip(answer.headers().firstValue("content-type"));
  }

  private static boolean isZip(Optional<String> type) {
    return type.filter(said -> said.startsWith(ZIP)).isPresent();
  }

  @Override
  public void answer(String file, Map<String, DeletionStatus> byWorkItem) {
    String boundary = "aiqleads-" + UUID.randomUUID();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/data/upload"))
            .header("Accept", "application/json")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body(boundary, file, byWorkItem)));
    HttpResponse<String> answer =
        send(request, key().orElseThrow(), MAX_UPLOAD, BodyHandlers.ofString());
    if (answer.statusCode() != 202 || !isWhole(answer.body())) {
      throw new DeletionPlatformRefused("an upload", answer.statusCode());
    }
  }

  private static String body(String boundary, String file, Map<String, DeletionStatus> byWorkItem) {
    String rows =
        byWorkItem.entrySet().stream()
            .map(one -> one.getKey() + "," + one.getValue().code() + "\r\n")
            .collect(Collectors.joining("", "Id,Status\r\n", ""));
    return "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n"
            .formatted(boundary, file)
        + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(rows, boundary);
  }

  private boolean isWhole(String body) {
    try {
      Taken taken = json.readValue(body, Taken.class);
      return taken != null && taken.acceptedCount() == 1 && taken.rejectedCount() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private Optional<String> key() {
    String text = secret.get();
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(text, Settings.class).apiKey());
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new IllegalStateException("the secret deletion-platform cannot be read");
    }
  }

  private URI at(String path) {
    return URI.create(service.toString().replaceFirst("/$", "") + path);
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, String key, Duration patience, BodyHandler<T> handler) {
    try {
      return client.send(request.header("X-API-KEY", key).timeout(patience).build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException("DROP does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while DROP was asked", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
