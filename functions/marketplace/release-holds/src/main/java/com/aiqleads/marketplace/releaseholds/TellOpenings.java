package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.events.marketplace.LeadOpened;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.Portions;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.standing.LeadOpenings;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// A lead opens by time alone; standing orders that came too early for it have to be told.
@Singleton
record TellOpenings(LeadOpenings openings, Outbox outbox, InstantSource clock) {

  private static final Portions PORTIONS = new Portions(50, 200);

  /// How many have opened.
  int tell() {
    return PORTIONS.all(this::tellSome);
  }

  private int tellSome(int most) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<LeadId> opened = openings.opened(most);
          opened.forEach(lead -> publisher.publish(new LeadOpened(lead, clock.instant())));
          return opened.size();
        });
  }
}
