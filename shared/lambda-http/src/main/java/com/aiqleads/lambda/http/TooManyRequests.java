package com.aiqleads.lambda.http;

import java.time.Duration;
import java.util.Map;

/// Later, not now.
public final class TooManyRequests extends HttpFailure {

  private final Duration retryAfter;
  private final Map<String, String> limits;

  public TooManyRequests(Duration retryAfter) {
    super(429, "too-many-requests", "Too many requests: try again later.");
    this.retryAfter = retryAfter;
    this.limits = Map.of();
  }

  TooManyRequests(RateLimits limits) {
    super(
        429,
        "quota-exceeded",
        "The quota of this " + limits.usedUp() + " is used up for this minute.");
    this.retryAfter = limits.reset();
    this.limits = limits.headers();
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  /// What the answer says of the caller's quotas, as headers.
  Map<String, String> limits() {
    return limits;
  }
}
