package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Money;
import java.time.Instant;

/// One line of a statement.
///
/// @param number rises with time
/// @param amount negative for what was spent or has expired
/// @param balance after it
public record Movement(
    long number, Kind kind, Money amount, Money balance, Instant at, String note) {

  public enum Kind {
    GIFT,
    TOP_UP,
    PURCHASE,
    EXPIRY,
    /// A bank has taken a payment back.
    CLAW,
    /// A bank has given back what it took.
    REINSTATEMENT,
    /// Of what a bank took back after it was spent.
    REPAYMENT,
    /// An invoice of a plan.
    SUBSCRIPTION,

    /// For a lead that was given back.
    RETURN
  }
}
