package com.aiqleads.marketplace.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why an invoice is not paid, and when it is tried again. Money that comes is tried at once
// besides.
public enum Failure {
  /// The wallet does not have it: most teams top up within days.
  TOO_LITTLE_CREDIT,
  /// A bank took money back: nothing is paid before that is settled, and that takes longer.
  IN_DEBT;

  /// Nothing, if only money that comes can pay it.
  ///
  /// @param tries how often it has failed so far
  /// @param failed when it failed first
  public Optional<Instant> nextTry(int tries, Instant failed) {
    List<Integer> days = days();
    return tries > days.size()
        ? Optional.empty()
        : Optional.of(failed.plus(Duration.ofDays(days.get(tries - 1))));
  }

  private List<Integer> days() {
    return switch (this) {
      case TOO_LITTLE_CREDIT -> List.of(1, 2, 10, 16);
      case IN_DEBT -> List.of(8, 16);
    };
  }
}
