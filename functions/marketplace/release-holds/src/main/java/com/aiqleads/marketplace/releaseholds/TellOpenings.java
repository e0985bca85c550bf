package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.events.marketplace.LeadOpened;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.standing.LeadOpenings;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// A lead opens by time alone; standing orders that came too early for it have to be told.
@Singleton
record TellOpenings(LeadOpenings openings, Outbox outbox, InstantSource clock) {

  private static final int AT_ONCE = 50;
  private static final int MOST_ROUNDS = 200;

  /// How many have opened.
  int tell() {
    int told = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int more = tellSome();
      told += more;
      if (more < AT_ONCE) {
        break;
      }
    }
    return told;
  }

  private int tellSome() {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<LeadId> opened = openings.opened(AT_ONCE);
          opened.forEach(lead -> publisher.publish(new LeadOpened(lead, clock.instant())));
          return opened.size();
        });
  }
}
