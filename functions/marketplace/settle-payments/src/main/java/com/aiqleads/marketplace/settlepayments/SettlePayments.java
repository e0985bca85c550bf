package com.aiqleads.marketplace.settlepayments;

import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.OrderDesk;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Asks one after the other, and never takes silence for a failure: it asks again later, less
/// and
/// less often, but always.
@Singleton
record SettlePayments(
    Payments payments,
    CardOrders orders,
    PaymentGateway gateway,
    GatewayMessages messages,
    RemainingTime remainingTime,
    InstantSource clock) {

  private static final int AT_ONCE = 1;
  private static final int MOST = 2_000;

  /// For a call of the gateway that is not answered, and to write that down.
  private static final Duration ENOUGH = Duration.ofSeconds(15);

  /// Of refunds and disputes there is nothing else to ask. Those that were told are heard again,
  /// which changes nothing.
  Listening listen() {
    Listening listening = new Listening(payments, messages, this::hasTime);
    if (gateway.isOpen()) {
      listening.until(clock.instant());
    }
    return listening;
  }

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

  /// How many orders by card were brought forward: bought, let go, or their money given back.
  int finish() {
    if (!gateway.isOpen()) {
      return 0;
    }
    OrderDesk desk = orderDesk();
    int finished = 0;
    while (finished < MOST && hasTime() && finishNext(desk)) {
      finished++;
    }
    return finished;
  }

  private OrderDesk orderDesk() {
    return new OrderDesk(orders, payments, gateway);
  }

  private boolean finishNext(OrderDesk desk) {
    List<Payment> due = orders.toFinish(AT_ONCE);
    due.forEach(desk::finish);
    return !due.isEmpty();
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) >= 0;
  }

  /// Whether anybody was due.
  private boolean askNext(PaymentDesk desk) {
    List<Payment> due = payments.toAsk(AT_ONCE);
    due.stream().map(desk::forward).forEach(orderDesk()::finish);
    return !due.isEmpty();
  }
}
