package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import java.util.List;
import java.util.Optional;

/// Orders that are paid by card, each step in a transaction of its own. Whoever dies between two
/// steps is followed by anybody: the buyer who asks again, a message of the gateway, or
/// the janitor.
public interface CardOrders {

  /// Writes down what is bought, before anybody pays, and keeps it for as long as somebody can pay,
  /// and a little longer.
  Preparation prepare(TeamId team, Checkout checkout);

  Optional<CardOrder> find(TeamId team, PaymentId payment);

  /// Buys what was paid for, or sees that it cannot be bought any more: then the money has to go
  /// back. Empty if the payment is of no order.
  Optional<CardOrder.State> finish(PaymentId payment);

  /// Payments of orders that somebody has to finish now; others who ask get others.
  List<Payment> toFinish(int limit);
}
