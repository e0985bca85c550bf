package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// One try to take money from a card while nobody is there.
///
/// @param invoice what it was for, unless it filled the wallet
/// @param countsIn the month of the team's own time zone, as it was then
/// @param ended when it was known what came of it
public record CardCharge(
    PaymentId payment,
    CardId card,
    Optional<InvoiceId> invoice,
    Money amount,
    Instant at,
    YearMonth countsIn,
    Outcome outcome,
    Optional<String> reason,
    Optional<Instant> ended) {

  public enum Outcome {
    /// Nobody knows yet.
    OPEN,
    PAID,
    FAILED
  }

  public boolean isAutoTopUp() {
    return invoice.isEmpty();
  }

  /// Only whoever has the card can go on, on the page.
  public boolean needsPayer() {
    return is(Outcome.FAILED) && decline() == Decline.NEEDS_PAYER;
  }

  /// From when on the wallet is filled by that card again, if its bank paid nothing.
  public Optional<Instant> again() {
    return isAutoTopUp() && is(Outcome.FAILED)
        ? Optional.of(over().plus(decline().rest()))
        : Optional.empty();
  }

  boolean is(Outcome other) {
    return outcome == other;
  }

  /// Nobody was asked for it: it is as if it had never been.
  boolean isUnasked() {
    return is(Outcome.FAILED) && decline() == Decline.UNASKED;
  }

  /// When it was known what came of it; while nobody knows, when it began.
  Instant over() {
    return ended.orElse(at);
  }

  Decline decline() {
    return Decline.of(reason.orElse(""));
  }
}
