package com.aiqleads.marketplace.orders;

import com.aiqleads.marketplace.payments.PaymentId;

/// What became of the wish to pay for an order by card: it is written down, or nothing has changed.
public sealed interface Preparation {

  /// It may have been before: the same order is the same payment.
  record Prepared(PaymentId payment) implements Preparation {}

  /// Nothing was prepared, for a reason for which nothing can be bought from the wallet, either.
  record Refused(Purchase why) implements Preparation {}

  /// Whoever owes pays into the wallet first.
  record InDebt() implements Preparation {}
}
