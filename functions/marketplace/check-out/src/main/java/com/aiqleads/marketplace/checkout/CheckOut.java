package com.aiqleads.marketplace.checkout;

import com.aiqleads.events.marketplace.DeliveryFellDue;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// A purchase, and what others have to know of it: in the same transaction, told after its commit.
@Singleton
record CheckOut(
    Orders orders,
    Availabilities availabilities,
    Deliveries deliveries,
    Outbox outbox,
    InstantSource clock) {

  Purchase buy(TeamId team, Checkout checkout) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          Purchase purchase = orders.checkOut(team, checkout);
          if (purchase instanceof Purchase.Paid) {
            tell(checkout, publisher);
          }
          return purchase;
        });
  }

  private void tell(Checkout checkout, Publisher publisher) {
    Instant now = clock.instant();
    deliveries
        .call(checkout.order())
        .forEach(id -> publisher.publish(new DeliveryFellDue(id.text(), now)));
    availabilities
        .note(checkout.holds())
        .forEach(change -> publisher.publish(ToEvents.availability(change)));
  }
}
