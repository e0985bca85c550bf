package com.aiqleads.marketplace.receivepayment;

import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payments;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// A message is taken when all that follows from it is written down. Whoever sent it sends it again
/// otherwise.
@Singleton
record ReceivePayment(Payments payments) {

  private static final Logger LOG = LoggerFactory.getLogger(ReceivePayment.class);

  void receive(GatewayMessage message) {
    Hearing hearing = payments.heard(message);
    LOG.atLevel(hearing == Hearing.WRONG_AMOUNT ? Level.ERROR : Level.INFO)
        .addKeyValue("message", message.id())
        .addKeyValue("kind", message.kind())
        .addKeyValue("outcome", hearing)
        .log("heard of a payment");
  }
}
