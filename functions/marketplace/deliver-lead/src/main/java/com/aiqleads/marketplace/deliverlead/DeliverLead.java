package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Parcel;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the delivery, sends what is known of its lead now, and writes down what came of it. Who
/// ends between the last two sends it again under the same id.
@Singleton
record DeliverLead(
    Deliveries deliveries, Storefront storefront, Couriers couriers, InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverLead.class);

  void deliver(DeliveryId id) {
    Optional<Parcel> taken = deliveries.take(id);
    taken.ifPresent(parcel -> deliveries.tried(parcel, attempt(parcel)));
  }

  private Attempt attempt(Parcel parcel) {
    Attempt attempt =
        freight(parcel)
            .map(it -> couriers.bring(parcel.destination(), parcel.id(), it))
            .map(receipt -> Attempt.of(receipt, parcel.attempts()))
            .orElseGet(() -> new Attempt.Withheld("Its seller may not be contacted any more."));
    LOG.atInfo()
        .addKeyValue("delivery", parcel.id().text())
        .addKeyValue("kind", parcel.destination().kind())
        .addKeyValue("attempt", parcel.attempts() + 1)
        .addKeyValue("outcome", attempt.getClass().getSimpleName())
        .log("tried to deliver");
    return attempt;
  }

  /// None if the seller asked not to be contacted, or was erased.
  private Optional<Freight> freight(Parcel parcel) {
    Instant now = clock.instant();
    if (parcel.bought().isEmpty()) {
      return Optional.of(new Freight.Test(now));
    }
    Parcel.Bought bought = parcel.bought().orElseThrow();
    return storefront
        .show(parcel.team(), bought.lead())
        .flatMap(
            lead ->
                lead instanceof ShownLead.Owned owned
                    ? Optional.of(new Freight.Lead(bought, owned, now))
                    : Optional.empty());
  }
}
