package com.aiqleads.marketplace.holds;

import com.aiqleads.marketplace.payments.PaymentId;
import java.util.Optional;

/// A hold with what people know the lead by. On sale no more, it cannot be bought either.
///
/// @param payment by which somebody is paying for it at the moment
public record CartLine(Hold hold, String headline, boolean onSale, Optional<PaymentId> payment) {

  public boolean isForSale() {
    return onSale && payment.isEmpty();
  }
}
