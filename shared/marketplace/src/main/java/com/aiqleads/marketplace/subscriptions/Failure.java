package com.aiqleads.marketplace.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why an invoice is not paid, and when it is tried again. Money that comes is tried at once
/// besides.
public enum Failure {
  /// The wallet does not have it, or keeps it for holds: none lasts longer than three hours, and
  /// most teams top up within days.
  TOO_LITTLE_CREDIT,
  /// A bank took money back: nothing is paid before that is settled, and that takes longer.
  IN_DEBT;

  /// Nothing, if only money that comes can pay it.
  ///
  /// @param tries how often it has failed so far
  /// @param failed when it failed first
  public Optional<Instant> nextTry(int tries, Instant failed) {
    List<Duration> after = after();
    return tries > after.size() ? Optional.empty() : Optional.of(failed.plus(after.get(tries - 1)));
  }

  private List<Duration> after() {
    return switch (this) {
      case TOO_LITTLE_CREDIT ->
          List.of(
              Duration.ofHours(1),
              Duration.ofHours(3),
              Duration.ofDays(1),
              Duration.ofDays(2),
              Duration.ofDays(10),
              Duration.ofDays(16));
      case IN_DEBT -> List.of(Duration.ofDays(8), Duration.ofDays(16));
    };
  }
}
