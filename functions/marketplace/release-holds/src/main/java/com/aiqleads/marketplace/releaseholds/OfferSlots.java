package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.holds.Offering;
import com.aiqleads.marketplace.holds.Offering.Offered;
import com.aiqleads.marketplace.holds.Waits;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Gives what is free to those who wait, each in a transaction of its own. Until then nobody else
/// can have it, so whoever is late here, or dies, only delays the offer.
@Singleton
record OfferSlots(Waits waits, Availabilities availabilities, Outbox outbox, InstantSource clock) {

  private static final int MOST_LEADS = 50;

  /// Of one lead at once: those who cannot take it are asked as well.
  private static final int MOST_OFFERS = 20;

  /// How many were offered something.
  int offer() {
    waits.endSoldOut();
    return waits.due(MOST_LEADS).stream().mapToInt(this::offer).sum();
  }

  private int offer(LeadId lead) {
    int offered = 0;
    for (int number = 0; number < MOST_OFFERS; number++) {
      Optional<Offering> offering = next(lead);
      if (offering.isEmpty()) {
        break;
      }
      offered += offering.orElseThrow() instanceof Offered ? 1 : 0;
    }
    return offered;
  }

  private Optional<Offering> next(LeadId lead) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          Optional<Offering> offering = waits.offer(lead);
          offering.ifPresent(it -> tell(it, publisher));
          return offering;
        });
  }

  private void tell(Offering offering, Publisher publisher) {
    if (offering instanceof Offered offered) {
      publisher.publish(ToEvents.offered(offered));
      availabilities
          .note(List.of(offered.hold().id()))
          .forEach(change -> publisher.publish(ToEvents.availability(change)));
    }
  }
}
