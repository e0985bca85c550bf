package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a team is behind. It is computed from what is unpaid, each time: who pays is clear.
public enum Overdue {
  CLEAR,
  /// It still has its plan, and cannot choose another.
  WARNED,
  /// It has what every team has.
  BLOCKED,
  /// Its subscription ends, and nobody asks for the money any more.
  LOST;

  static final Duration BLOCKED_AFTER = Duration.ofDays(14);
  static final Duration LOST_AFTER = Duration.ofDays(21);
  static final int MOST_INVOICES = 3;
  static final Money MOST = Money.usd(1_000_00);

  public static Overdue of(List<Unpaid> unpaid, Instant now) {
    Optional<Instant> oldest = unpaid.stream().map(Unpaid::failed).min(Instant::compareTo);
    if (oldest.isEmpty()) {
      return CLEAR;
    }
    if (!now.isBefore(oldest.get().plus(LOST_AFTER))) {
      return LOST;
    }
    Money sum = unpaid.stream().map(Unpaid::total).reduce(Money.usd(0), Money::plus);
    boolean isBlocked =
        !now.isBefore(oldest.get().plus(BLOCKED_AFTER))
            || unpaid.size() >= MOST_INVOICES
            || sum.compareTo(MOST) >= 0;
    return isBlocked ? BLOCKED : WARNED;
  }

  /// When an invoice that failed then makes a difference by its age.
  static Stream<Instant> turns(Instant failed) {
    return Stream.of(failed.plus(BLOCKED_AFTER), failed.plus(LOST_AFTER));
  }
}
