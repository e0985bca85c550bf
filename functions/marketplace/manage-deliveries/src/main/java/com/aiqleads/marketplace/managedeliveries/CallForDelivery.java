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
import java.util.function.BooleanSupplier;

/// Lets a delivery fall due and says so at once, instead of waiting for its minute.
@Singleton
record CallForDelivery(Outbox outbox, CurrentDelivery current, InstantSource clock) {

  /// What the change, which lets it fall due, answers.
  boolean call(DeliveryId id, BooleanSupplier change) {
    return outbox.inTransaction(
        journey(),
        publisher -> {
          boolean isDue = change.getAsBoolean();
          if (isDue) {
            publisher.publish(new DeliveryFellDue(id.text(), clock.instant()));
          }
          return isDue;
        });
  }

  private CorrelationId journey() {
    return current
        .delivery()
        .map(Delivery::correlationId)
        .orElseGet(() -> new CorrelationId(Ids.next(clock)));
  }
}
