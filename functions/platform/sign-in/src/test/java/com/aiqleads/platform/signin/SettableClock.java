package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

final class SettableClock implements InstantSource {

  private Instant now = NOON;

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
