package com.aiqleads.marketplace.payments;

/// What became of a message.
public enum Hearing {
  APPLIED,
  /// The same message came before: nothing has changed.
  HEARD_BEFORE,
  /// It is of a payment that is not known yet, and applies when it is.
  KEPT,
  /// Of something else that is sold through the same account of the gateway.
  NOT_OURS,
  /// Another sum than was asked for: somebody has to look.
  WRONG_AMOUNT
}
