package com.aiqleads.platform.signin.openid;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a provider: for so long, for so much, and nowhere else than where it was told to.
@Singleton
final class ProviderHttp {

  static final int MAX_BYTES = 64 * 1024;

  private static final int OK = 200;

  private final HttpClient client;
  private final Duration patience;

  /// Opens nothing yet.
  ///
  /// @param patience for a whole answer. Coming back takes three of them at worst, of the twenty
  ///     seconds that an invocation has.
  ProviderHttp(@Value("${aiqleads.provider.patience:4s}") Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.dividedBy(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// The provider has answered, and not what was asked for.
  static final class Answered extends IOException {
    private final int status;

    Answered(int status) {
      super("the provider answered " + status);
      this.status = status;
    }

    /// Whether it has understood the question and says no.
    boolean isRefusal() {
      return status >= 400 && status < 500;
    }
  }

  String get(URI address) throws IOException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  String post(URI address, String authorization, String form) throws IOException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private String send(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.header("Accept", "application/json").build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new Answered(response.statusCode());
      }
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (ExecutionException e) {
      throw new IOException("the provider did not answer", e.getCause());
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw new IOException("the provider did not answer within " + patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
