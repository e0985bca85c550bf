package com.aiqleads.marketplace.retrydeliveries;

import com.aiqleads.events.marketplace.DeliveryFellDue;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A page after the other, each told before the next is asked for. What is called for and not heard
/// falls due again two minutes later.
@Singleton
record RetryDeliveries(Deliveries deliveries, RemainingTime remainingTime) {

  private static final int PAGE = 100;
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  /// How many were called for.
  int retry(Instant dueAt, Publisher publisher) {
    int called = 0;
    List<DeliveryId> page;
    do {
      page = deliveries.fallDue(PAGE);
      page.forEach(id -> publisher.publish(new DeliveryFellDue(id.text(), dueAt)));
      publisher.flush();
      called += page.size();
    } while (page.size() == PAGE && remainingTime.remaining().compareTo(ENOUGH) > 0);
    return called;
  }
}
