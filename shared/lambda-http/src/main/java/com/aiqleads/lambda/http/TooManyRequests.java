package com.aiqleads.lambda.http;

import java.time.Duration;

/// Later, not now.
public final class TooManyRequests extends HttpFailure {

  private final Duration retryAfter;

  public TooManyRequests(Duration retryAfter) {
    super(429, "too-many-requests", "Too many requests: try again later.");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
