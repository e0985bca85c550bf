package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An invoice as it was issued; only whether it is paid changes.
///
/// @param number without gaps over all teams
/// @param credits what came into the wallet when it was paid
/// @param paidAt nothing if it is not
public record Invoice(
    InvoiceId id,
    long number,
    Instant issuedAt,
    List<Line> lines,
    Money net,
    Money tax,
    Money credits,
    State state,
    Optional<Instant> paidAt) {

  public Invoice {
    lines = List.copyOf(lines);
  }

  /// What somebody pays for.
  public record Line(String what, Instant from, Instant until, Money amount) {}

  /// Whether anybody has to pay it.
  public enum State {
    PAID,
    UNPAID,
    WRITTEN_OFF
  }

  /// As it stands on paper.
  public String name() {
    return "AIQ-" + number;
  }

  public Money total() {
    return net.plus(tax);
  }
}
