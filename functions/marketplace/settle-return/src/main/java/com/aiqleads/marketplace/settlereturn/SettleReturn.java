package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.Settlement;
import com.aiqleads.marketplace.returns.TakeBack;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A decision, the money and the slot that follow, and what others have to know of it: in one
/// transaction, told after its commit.
@Singleton
record SettleReturn(
    Returns returns,
    Availabilities availabilities,
    Outbox outbox,
    Metrics metrics,
    InstantSource clock) {

  /// Empty if the team has bought no such lead.
  Optional<TakeBack> take(TeamId team, Claim claim) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          Optional<TakeBack> taken = new ReturnDesk(returns).take(team, claim, clock.instant());
          if (taken.orElse(null) instanceof TakeBack.Accepted(Taken what)) {
            tell(what, publisher);
          }
          return taken;
        });
  }

  /// Empty if nothing waits for a person there.
  Optional<LeadReturn> judge(ReturnId id, UserId judge, int percent, String note) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          Optional<Taken> taken = new ReturnDesk(returns).judge(id, judge, percent, note);
          taken.ifPresent(what -> tell(what, publisher));
          return taken.map(Taken::what);
        });
  }

  private void tell(Taken taken, Publisher publisher) {
    taken.settlement().ifPresent(settlement -> tell(taken.what(), settlement, publisher));
  }

  private void tell(LeadReturn what, Settlement settlement, Publisher publisher) {
    metrics.count(
        "returns",
        what.reason().code(),
        (what.state().name() + "_" + what.verdict().name()).toLowerCase(Locale.ROOT));
    if (what.settledAt().isPresent()) {
      publisher.publish(ToEvents.settled(what));
    }
    settlement
        .freed()
        .map(hold -> availabilities.note(List.of(hold)))
        .orElse(List.of())
        .forEach(change -> publisher.publish(ToEvents.availability(change)));
  }
}
