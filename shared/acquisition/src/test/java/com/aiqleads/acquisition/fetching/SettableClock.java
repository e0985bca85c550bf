package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when told to, or when somebody pauses on it.
public final class SettableClock implements InstantSource, Pause {

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void pause(Duration time) {
    now = now.plus(time);
  }
}
