package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Client;
import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Hashing is costly, so nobody may make us do it without end.
@Singleton
final class Throttle {

  private final Attempts attempts;
  private final InstantSource clock;

  Throttle(Attempts attempts, InstantSource clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  void admit(HttpRequest<?> request) {
    attempts
        .admit(Limit.HASHED_PASSWORDS, Client.of(request).address(), clock.instant())
        .ifPresent(
            wait -> {
              throw new TooManyRequests(wait);
            });
  }
}
