package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.PaymentId;
import java.util.Optional;

/// A try to pay for an order by card.
///
/// @param reason why the money goes back
public record CardOrder(
    OrderId id, PaymentId payment, Money amount, State state, Optional<Refusal> reason) {

  /// The least that is paid by card, and the most.
  public static final Money LEAST = Money.usd(1_00);

  public static final Money MOST = Money.usd(10_000_00);

  public static boolean allows(Money amount) {
    return amount.currency().equals(LEAST.currency())
        && amount.compareTo(LEAST) >= 0
        && amount.compareTo(MOST) <= 0;
  }

  /// How far it is.
  public enum State {
    /// Nobody has paid yet, as far as is known.
    OPEN,
    /// Paid and bought.
    PAID,
    /// Nobody has paid, and nobody can any more.
    CANCELED,
    /// Paid, and not to be had any more: the money has to go back.
    REFUND_DUE,
    REFUNDED
  }

  /// Why it cannot be bought though it is paid.
  public enum Refusal {
    NOT_ON_SALE,
    TAKEN,
    OVER_LIMIT,
    /// The same order was paid by another payment.
    PAID_OTHERWISE,
    /// A bank or an operator took the money back at once.
    TAKEN_BACK
  }
}
