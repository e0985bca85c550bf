package com.aiqleads.marketplace.pricing;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/// Counts that lose half of their weight every day, with nothing that has to run for it: instead of
/// the old ones losing weight, new ones weigh more. What was counted in one period is one sum that
/// only ever grows, so that many may add to it at once. Exact: in steps of six hours.
public final class Decay {
  /// Of two to the power of a quarter, half and three quarters.
  private static final int[] QUARTERS = {10_000, 11_892, 14_142, 16_818};

  private static final long STEP_SECONDS = Duration.ofHours(6).toSeconds();
  private static final long PERIOD_SECONDS = Duration.ofDays(32).toSeconds();

  private Decay() {}

  public static long period(Instant at) {
    return at.getEpochSecond() / PERIOD_SECONDS;
  }

  /// What one thing adds to the sum of its period.
  public static BigInteger weight(Instant at) {
    return weight(period(at), at);
  }

  /// How much a sum of that period is worth now.
  public static BigInteger worth(BigInteger sum, long period, Instant now) {
    return sum.divide(weight(period, now));
  }

  private static BigInteger weight(long period, Instant at) {
    long steps = (at.getEpochSecond() - period * PERIOD_SECONDS) / STEP_SECONDS;
    int quarter = (int) (steps % QUARTERS.length);
    return BigInteger.valueOf(QUARTERS[quarter]).shiftLeft((int) (steps / QUARTERS.length));
  }
}
