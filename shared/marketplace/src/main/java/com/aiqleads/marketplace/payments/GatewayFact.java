package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.Money;
import java.util.Optional;

/// What a message of a gateway says. Which payment it is of, it says itself, or the intent does.
public sealed interface GatewayFact {

  record Succeeded(Optional<PaymentId> payment, String intent, Money amount)
      implements GatewayFact {}

  record Pending(Optional<PaymentId> payment) implements GatewayFact {}

  /// One try has failed; there may be another.
  record TryFailed(Optional<PaymentId> payment, String reason) implements GatewayFact {}

  /// For good.
  record Failed(Optional<PaymentId> payment, String reason) implements GatewayFact {}

  /// So much has been given back to the card until now, this time included.
  record Refunded(String intent, Money total) implements GatewayFact {}

  /// One refund, as far as it is: made, or come back to us since the card did not take it.
  record Refund(String refund, String intent, Money amount, boolean failed)
      implements GatewayFact {}

  record Disputed(String dispute, String intent, Money amount, Standing standing)
      implements GatewayFact {}

  /// Nothing that matters here.
  record Nothing() implements GatewayFact {}

  /// How a dispute stands.
  enum Standing {
    OPEN,
    LOST,
    WON
  }
}
