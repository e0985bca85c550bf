package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Tells what nobody has told: what was bought by card, who waits, and holds that ended. A few at a
/// time, since others wait for these leads meanwhile.
@Singleton
record TellAvailability(Availabilities availabilities, Outbox outbox, InstantSource clock) {

  private static final int AT_ONCE = 50;
  private static final int MOST_ROUNDS = 200;

  /// How many leads others were told of.
  int tell() {
    int told = 0;
    for (int round = 0; round < MOST_ROUNDS && availabilities.anyInDoubt(); round++) {
      told += tellSome();
    }
    return told;
  }

  private int tellSome() {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<Availability> changes = availabilities.noteInDoubt(AT_ONCE);
          changes.forEach(change -> publisher.publish(ToEvents.availability(change)));
          return changes.size();
        });
  }
}
