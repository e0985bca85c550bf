package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import java.util.Optional;

/// Sells by card: writes down, lets pay, buys; and gives the money back if there is nothing to buy
/// any more. No transaction waits for a card.
public record OrderDesk(CardOrders orders, Payments payments, PaymentGateway gateway) {

  public Preparation pay(TeamId team, Checkout checkout) {
    Preparation preparation = orders.prepare(team, checkout);
    if (preparation instanceof Preparation.Prepared(PaymentId id)) {
      payments.find(team, id).map(this::begun).ifPresent(this::finish);
    }
    return preparation;
  }

  private Payment begun(Payment payment) {
    return new PaymentDesk(payments, gateway).begin(payment);
  }

  /// Nobody wants to pay any more. What has been paid meanwhile stays paid.
  public Optional<CardOrder> cancel(TeamId team, PaymentId payment) {
    orders
        .find(team, payment)
        .filter(found -> found.state() == CardOrder.State.OPEN)
        .flatMap(_ -> payments.find(team, payment))
        .map(begun -> new PaymentDesk(payments, gateway).end(begun))
        .ifPresent(this::finish);
    return orders.find(team, payment);
  }

  /// Brings an order as far as it can be brought now.
  public void finish(Payment payment) {
    orders
        .finish(payment.id())
        .filter(state -> state == CardOrder.State.REFUND_DUE)
        .ifPresent(_ -> payments.answered(payment, gateway.giveBack(payment)));
  }
}
