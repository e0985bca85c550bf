package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.TopUp;
import java.time.Instant;
import java.util.Optional;

/// Messages as a gateway sends them, of payments by their names.
final class GatewayTalk {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private GatewayTalk() {}

  static PaymentId id(String name) {
    return new PaymentId(Ids.derived("payment", name));
  }

  static TopUp topUp(String name, long cents) {
    return new TopUp(id(name), Sales.BUYER, Money.usd(cents));
  }

  static GatewayMessage paid(String name, long cents) {
    return message(
        "paid " + name,
        0,
        new GatewayFact.Succeeded(Optional.of(id(name)), intent(name), Money.usd(cents)));
  }

  static GatewayMessage paid(PaymentId payment, Money amount) {
    return message(
        "paid " + payment,
        0,
        new GatewayFact.Succeeded(Optional.of(payment), intent(payment.text()), amount));
  }

  static GatewayMessage failed(PaymentId payment) {
    return message("failed " + payment, 0, new GatewayFact.Failed(Optional.of(payment), "expired"));
  }

  static GatewayAnswer.GivenBack givenBack(PaymentId payment, Money total) {
    return new GatewayAnswer.GivenBack(intent(payment.text()), total);
  }

  static GatewayMessage pending(String name) {
    return message("pending " + name, 0, new GatewayFact.Pending(Optional.of(id(name))));
  }

  static GatewayMessage failed(String name) {
    return message("failed " + name, 0, new GatewayFact.Failed(Optional.of(id(name)), "expired"));
  }

  static GatewayMessage declined(String name) {
    return message(
        "declined " + name, 0, new GatewayFact.TryFailed(Optional.of(id(name)), "card_declined"));
  }

  static GatewayMessage refunded(String name, long total) {
    return message(
        "refunded " + name + " " + total,
        0,
        new GatewayFact.Refunded(intent(name), Money.usd(total)));
  }

  static GatewayMessage refund(String refund, String name, long cents, boolean failed) {
    return message(
        "refund " + refund + failed,
        0,
        new GatewayFact.Refund(refund, intent(name), Money.usd(cents), failed));
  }

  static GatewayMessage disputed(
      String dispute, String name, long cents, Standing standing, int at) {
    return message(
        dispute + " of " + name + " " + standing + at,
        at,
        new GatewayFact.Disputed(
            dispute + " of " + name, intent(name), Money.usd(cents), standing));
  }

  private static GatewayMessage message(String event, int at, GatewayFact fact) {
    return new GatewayMessage(
        "evt " + event, fact.getClass().getSimpleName(), NOON.plusSeconds(at), fact);
  }

  private static String intent(String name) {
    return "pi " + name;
  }
}
