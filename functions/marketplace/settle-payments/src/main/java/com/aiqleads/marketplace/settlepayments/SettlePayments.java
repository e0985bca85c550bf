package com.aiqleads.marketplace.settlepayments;

import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Asks one after the other, and never takes silence for a failure: it asks again later, less and
/// less often, but always.
@Singleton
record SettlePayments(Payments payments, PaymentGateway gateway, RemainingTime remainingTime) {

  private static final int AT_ONCE = 1;
  private static final int MOST = 2_000;

  /// For a call of the gateway that is not answered, and to write that down.
  private static final Duration ENOUGH = Duration.ofSeconds(15);

  /// How many were asked for.
  int settle() {
    if (!gateway.isOpen()) {
      return 0;
    }
    PaymentDesk desk = new PaymentDesk(payments, gateway);
    int asked = 0;
    while (asked < MOST && hasTime() && askNext(desk)) {
      asked++;
    }
    return asked;
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) >= 0;
  }

  /// Whether anybody was due.
  private boolean askNext(PaymentDesk desk) {
    List<Payment> due = payments.toAsk(AT_ONCE);
    due.forEach(desk::forward);
    return !due.isEmpty();
  }
}
