package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Viewers;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Network;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Hashing is costly, and so is asking others: nobody may make us do it without end.
@Singleton
final class Throttle {

  private final Attempts attempts;
  private final Viewers viewers;
  private final InstantSource clock;

  Throttle(Attempts attempts, Viewers viewers, InstantSource clock) {
    this.attempts = attempts;
    this.viewers = viewers;
    this.clock = clock;
  }

  void admit(HttpRequest<?> request) {
    admit(request, Limit.HASHED_PASSWORDS);
  }

  Network network(HttpRequest<?> request) {
    return new Network(viewers.of(request).address());
  }

  void admit(HttpRequest<?> request, Limit limit) {
    attempts
        .admit(limit, network(request).address(), clock.instant())
        .ifPresent(
            wait -> {
              throw new TooManyRequests(wait);
            });
  }
}
