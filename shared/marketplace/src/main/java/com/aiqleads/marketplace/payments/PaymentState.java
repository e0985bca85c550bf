package com.aiqleads.marketplace.payments;

/// How far a payment is. It only ever goes to a later one, so what comes late undoes nothing.
public enum PaymentState {
  /// Written down; the gateway may not have heard of it.
  CREATED,
  /// The gateway did not answer: it may have heard of it, or not.
  UNKNOWN,
  /// Somebody has to pay on the gateway's page.
  NEEDS_ACTION,
  /// The gateway waits for a bank.
  PENDING,
  FAILED,
  SUCCEEDED;

  public boolean isFinal() {
    return this == FAILED || this == SUCCEEDED;
  }
}
