package com.aiqleads.marketplace.settlepayments;

import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.OrderDesk;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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

  /// Of clocks that differ, and of what was being written down.
  private static final Duration OVERLAP = Duration.ofHours(1);

  private static final int AT_ONCE = 1;
  private static final int MOST = 2_000;

  /// For a call of the gateway that is not answered, and to write that down.
  private static final Duration ENOUGH = Duration.ofSeconds(15);

  /// How many messages were heard of which nobody had told: of refunds and disputes there is
  /// nothing
  /// else to ask. Those that were told are heard again, which changes nothing.
  int listen() {
    if (!gateway.isOpen()) {
      return 0;
    }
    Instant now = clock.instant();
    Optional<List<GatewayMessage>> said = messages.since(payments.heardUntil().minus(OVERLAP));
    int news = 0;
    for (GatewayMessage message : said.orElse(List.of())) {
      Hearing hearing = payments.heard(message);
      news += hearing == Hearing.APPLIED || hearing == Hearing.KEPT ? 1 : 0;
    }
    said.ifPresent(_ -> payments.heardUntil(now));
    return news;
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
