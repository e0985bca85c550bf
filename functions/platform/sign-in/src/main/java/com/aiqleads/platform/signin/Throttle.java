package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
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
    Instant now = clock.instant();
    String address = request.getRemoteAddress().getHostString();
    if (attempts.add(Limit.HASHED_PASSWORDS, address, now) > Limit.HASHED_PASSWORDS.max()) {
      throw new TooManyRequests(Limit.HASHED_PASSWORDS.retryAfter(now));
    }
  }
}
