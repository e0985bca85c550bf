package com.aiqleads.marketplace.receivepayment;

import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// A message is taken when all that follows from it is written down. Whoever sent it sends it
/// again
/// otherwise.
@Singleton
record ReceivePayment(Payments payments, CardOrders orders) {

  private static final Logger LOG = LoggerFactory.getLogger(ReceivePayment.class);

  void receive(GatewayMessage message) {
    Hearing hearing = payments.heard(message);
    LOG.atLevel(hearing == Hearing.WRONG_AMOUNT ? Level.ERROR : Level.INFO)
        .addKeyValue("message", message.id())
        .addKeyValue("kind", message.kind())
        .addKeyValue("outcome", hearing)
        .log("heard of a payment");
    payment(message.fact()).ifPresent(this::finish);
  }

  /// If this is the last that happens here, whoever asks next, or the janitor, finishes it.
  private void finish(PaymentId payment) {
    orders
        .finish(payment)
        .ifPresent(
            state ->
                LOG.atInfo()
                    .addKeyValue("payment", payment.text())
                    .addKeyValue("outcome", state)
                    .log("brought an order by card forward"));
  }

  /// Of which something new may follow for an order.
  private static Optional<PaymentId> payment(GatewayFact fact) {
    return switch (fact) {
      case GatewayFact.Succeeded(var payment, var _, var _) -> payment;
      case GatewayFact.Failed(var payment, var _) -> payment;
      case GatewayFact.Pending _,
          GatewayFact.TryFailed _,
          GatewayFact.Refunded _,
          GatewayFact.Refund _,
          GatewayFact.Disputed _,
          GatewayFact.Nothing _ ->
          Optional.empty();
    };
  }
}
