package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Validators;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The web, by the JDK's client: no redirects, no cookies, no more bytes and no more time than the
/// limits.
final class HttpPages implements FetchPage, AutoCloseable {

  static final long MAX_BYTES = 8L * 1024 * 1024;

  private static final Duration MAX_CONNECT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(MAX_CONNECT)
          .build();
  private final Duration maxTime;

  HttpPages(Duration maxTime) {
    this.maxTime = maxTime;
  }

  @Override
  public PageAnswer fetch(PageRequest request, Validators known, String userAgent) {
    HttpRequest wire = wire(request, known, userAgent);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(wire, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(maxTime.toMillis(), TimeUnit.MILLISECONDS);
      return new PageAnswer.Answered(
          response.statusCode(), headers(response), PageBytes.of(response.body()));
    } catch (TimeoutException _) {
      return new PageAnswer.Failed("no whole answer within " + maxTime.toSeconds() + " s");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fetching", e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static HttpRequest wire(PageRequest request, Validators known, String userAgent) {
    HttpRequest.Builder wire =
        HttpRequest.newBuilder(request.url())
            .header("User-Agent", userAgent)
            .header("Accept", "text/html,application/json,*/*;q=0.5");
    if (request.isPost()) {
      wire.header("Content-Type", request.contentType())
          .POST(BodyPublishers.ofString(request.body()));
    }
    if (!known.entityTag().isEmpty()) {
      wire.header("If-None-Match", known.entityTag());
    } else if (!known.lastModified().isEmpty()) {
      wire.header("If-Modified-Since", known.lastModified());
    }
    return wire.build();
  }

  private static PageAnswer failed(Throwable cause) {
    // The JDK has no type for it, only these words.
    boolean tooLarge = String.valueOf(cause.getMessage()).contains("exceeds capacity");
    return tooLarge
        ? new PageAnswer.TooLarge(MAX_BYTES)
        : new PageAnswer.Failed(cause.getClass().getSimpleName());
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    return response.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().startsWith(":"))
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> header.getValue().getFirst(),
                (first, _) -> first));
  }
}
