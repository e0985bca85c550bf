package com.aiqleads.marketplace.payments;

/// Those who take money from cards, on pages of their own: no card is ever seen here. Never called
/// within a transaction. No answer is an answer, too: [GatewayAnswer.Unknown].
public interface PaymentGateway {

  /// Whether anybody can pay at all.
  boolean isOpen();

  /// Begins a payment, or finds it again: the same payment is one for the gateway.
  GatewayAnswer start(Payment payment);

  /// How a payment stands that has begun.
  GatewayAnswer ask(Payment payment);

  /// Nobody shall pay it any more; answers how it stands now.
  GatewayAnswer end(Payment payment);

  /// Gives all of a payment back to the card, once, however often this is asked for.
  GatewayAnswer giveBack(Payment payment);
}
