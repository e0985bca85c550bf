package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.marketplace.delivery.Receipt;
import jakarta.inject.Singleton;
import java.time.Duration;
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
        parcel
            .bought()
            .map(bought -> ofLead(parcel, bought))
            .orElseGet(() -> brought(parcel, new Freight.Test(clock.instant())));
    LOG.atInfo()
        .addKeyValue("delivery", parcel.id().text())
        .addKeyValue("kind", parcel.destination().kind())
        .addKeyValue("attempt", parcel.attempts() + 1)
        .addKeyValue("outcome", attempt.getClass().getSimpleName())
        .log("tried to deliver");
    return attempt;
  }

  /// The team may have given it back meanwhile, and its seller may have asked not to be contacted.
  private Attempt ofLead(Parcel parcel, Parcel.Bought bought) {
    Optional<ShownLead> shown = storefront.show(parcel.team(), bought.lead());
    return shown
        .map(
            lead ->
                switch (lead) {
                  case ShownLead.Owned owned ->
                      brought(parcel, new Freight.Lead(bought, owned, clock.instant()));
                  case ShownLead.Withheld _ ->
                      new Attempt.Withheld("Its seller may not be contacted any more.");
                  case ShownLead.Preview _ ->
                      new Attempt.Withheld("Your team has given this lead back.");
                })
        .orElseGet(() -> new Attempt.Withheld("There is no such lead any more."));
  }

  private Attempt brought(Parcel parcel, Freight freight) {
    return Attempt.of(receipt(parcel, freight), parcel.attempts());
  }

  /// Whatever goes wrong on the way was a try: what is not written down is tried for ever.
  private Receipt receipt(Parcel parcel, Freight freight) {
    try {
      return couriers.bring(parcel.destination(), parcel.id(), freight);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("delivery", parcel.id().text())
          .addKeyValue("kind", parcel.destination().kind())
          .addKeyValue("fault", e.getClass().getName())
          .log("a courier failed");
      return new Receipt.Failed(Duration.ZERO, "It failed on our side.", true);
    }
  }
}
