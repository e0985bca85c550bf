package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.events.marketplace.DeliveryFellDue;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.delivery.DeliveryId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Lets a delivery fall due and says so at once, instead of waiting for its minute.
@Singleton
record CallForDelivery(Outbox outbox, CurrentDelivery current, InstantSource clock) {

  /// What the change answers.
  ///
  /// @param due what it answers if it lets the delivery fall due
  <T> T call(DeliveryId id, T due, Supplier<T> change) {
    return outbox.inTransaction(
        journey(),
        publisher -> {
          T answer = change.get();
          if (answer.equals(due)) {
            publisher.publish(new DeliveryFellDue(id.text(), clock.instant()));
          }
          return answer;
        });
  }

  private CorrelationId journey() {
    return current
        .delivery()
        .map(Delivery::correlationId)
        .orElseGet(() -> new CorrelationId(Ids.next(clock)));
  }
}
