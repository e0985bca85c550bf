package com.aiqleads.acquisition.store;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the geocoder of the Census Bureau: no redirects, no more bytes and no more time than the
/// limits.
final class CensusHttp implements AutoCloseable {

  private static final int OK = 200;
  private static final Duration MAX_CONNECT = Duration.ofSeconds(2);
  private static final String USER_AGENT = "AIQLeads/1.0 (geocoding)";

  /// What came back: a text, or why there is none.
  sealed interface Reply {

    record Said(String text) implements Reply {}

    record Nothing(String why) implements Reply {}
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(MAX_CONNECT)
          .build();

  Reply send(HttpRequest.Builder request, Duration patience, long maxBytes) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.header("User-Agent", USER_AGENT).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == OK
          ? new Reply.Said(new String(response.body(), StandardCharsets.UTF_8))
          : new Reply.Nothing("status " + response.statusCode());
    } catch (TimeoutException _) {
      return new Reply.Nothing("no whole answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Reply.Nothing(cause.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Nothing("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
