package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.resolution.LeadSplit;
import com.aiqleads.acquisition.resolution.LeadSplit.Half;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Done;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.SplitReason;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a lead apart and tells of both halves: the market sells two homes from then on.
@Singleton
final class TakeApart {

  private final LeadSplit split;
  private final Standings standings;
  private final Outbox outbox;
  private final InstantSource clock;

  TakeApart(Leads leads, Standings standings, Outbox outbox, InstantSource clock) {
    this.split = new LeadSplit(leads, clock);
    this.standings = standings;
    this.outbox = outbox;
    this.clock = clock;
  }

  Outcome takeApart(LeadId lead, Set<ListingId> moved, String by, String why) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          Outcome outcome = split.split(lead, moved, by, why);
          if (outcome instanceof Done(Half left, Half part)) {
            tell(left, publisher);
            part.lead().ifPresent(live -> tell(part, live, publisher));
          }
          return outcome;
        });
  }

  /// It was on sale under this id, so its end is told, too.
  private void tell(Half left, Publisher publisher) {
    Optional<Lead> live = left.lead();
    if (live.isPresent()) {
      tell(left, live.get(), publisher);
    } else {
      publisher.publish(
          new LeadEnded(
              left.id(),
              left.version(),
              ToEvent.reasons(List.of(SplitReason.NOTHING_LEFT)),
              clock.instant()));
    }
  }

  private void tell(Half half, Lead live, Publisher publisher) {
    publisher.publish(ToEvent.resolved(half.listing(), live, false, standings.around(live)));
  }
}
