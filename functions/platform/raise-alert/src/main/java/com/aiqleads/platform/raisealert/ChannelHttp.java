package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.RemainingTime;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Inject;
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

/// Sends JSON to a channel: a second time when it was told to come again soon, or was not answered.
/// What fails twice is left to the next try of the whole invocation.
@Singleton
final class ChannelHttp {

  /// Waits for a while; a test need not.
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);

  /// Longer waits are for the next try of the invocation.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  /// What must be left of the invocation for a second try and for writing down who was told.
  private static final Duration ENOUGH =
      LONGEST_WAIT.plus(CONNECT).plus(ANSWER).plus(Duration.ofSeconds(2));

  private static final int FIRST_FAILURE = 300;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final ObjectMapper json;
  private final RemainingTime remainingTime;
  private final Duration patience;
  private final Pause pause;

  @Inject
  ChannelHttp(ObjectMapper json, RemainingTime remainingTime) {
    this(json, remainingTime, ANSWER, Thread::sleep);
  }

  ChannelHttp(ObjectMapper json, RemainingTime remainingTime, Duration patience, Pause pause) {
    this.json = json;
    this.remainingTime = remainingTime;
    this.patience = patience;
    this.pause = pause;
  }

  /// Posts to a channel, or throws [NotTold] with the channel's name and never with its address,
  /// which is a secret.
  void post(String channel, URI address, Map<String, ?> body) {
    HttpRequest request = request(address, body);
    Attempt first = attempt(channel, request);
    Attempt last = first.again().isPresent() ? second(channel, request, first) : first;
    if (last.failure().isPresent()) {
      throw last.failure().orElseThrow();
    }
  }

  /// What came of it; and if it failed and may be tried again, after which time.
  private record Attempt(Optional<NotTold> failure, Optional<Duration> again) {}

  private Attempt second(String channel, HttpRequest request, Attempt first) {
    Duration wait = first.again().orElseThrow();
    if (wait.compareTo(LONGEST_WAIT) > 0 || remainingTime.remaining().compareTo(ENOUGH) < 0) {
      return first;
    }
    try {
      pause.of(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTold(channel + ": interrupted", e);
    }
    return attempt(channel, request);
  }

  private Attempt attempt(String channel, HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status < FIRST_FAILURE) {
        return new Attempt(Optional.empty(), Optional.empty());
      }
      return new Attempt(
          Optional.of(new NotTold(channel + " answered " + status)), wait(status, answer));
    } catch (IOException e) {
      return new Attempt(
          Optional.of(new NotTold(channel + " did not answer", e)), Optional.of(SHORT_WAIT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTold(channel + ": interrupted", e);
    }
  }

  private static Optional<Duration> wait(int status, HttpResponse<String> answer) {
    if (status != TOO_MANY && status < SERVER_ERROR) {
      return Optional.empty();
    }
    return Optional.of(
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(SHORT_WAIT));
  }

  private HttpRequest request(URI address, Map<String, ?> body) {
    try {
      return HttpRequest.newBuilder(address)
          .timeout(patience)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an alert", e);
    }
  }
}
