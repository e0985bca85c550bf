package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Hashing is costly, so nobody may make us do it without end.
@Singleton
final class Throttle {

  private static final String UNKNOWN = "unknown";

  private final Attempts attempts;
  private final InstantSource clock;

  Throttle(Attempts attempts, InstantSource clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  void admit(HttpRequest<?> request) {
    Instant now = clock.instant();
    if (attempts.add(Limit.HASHED_PASSWORDS, address(request), now)
        > Limit.HASHED_PASSWORDS.max()) {
      throw new TooManyRequests(Limit.HASHED_PASSWORDS.retryAfter(now));
    }
  }

  /// What the gateway saw; Micronaut's own remote address is always this machine.
  private static String address(HttpRequest<?> request) {
    return request instanceof ServletHttpRequest<?, ?> servlet
            && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
        ? String.valueOf(event.getRequestContext().getHttp().getSourceIp())
        : UNKNOWN;
  }
}
