package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.holds.Extension;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.Release;
import com.aiqleads.marketplace.holds.Wishes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds, and what others have to know of them: in the same transaction, told after its commit.
@Singleton
record ManageCart(
    Holds holds,
    Availabilities availabilities,
    OfferSlots offers,
    Outbox outbox,
    InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(ManageCart.class);

  List<HoldAnswer> hold(TeamId team, Wishes wishes) {
    return told(() -> holds.hold(team, wishes), ManageCart::held);
  }

  Extension extend(TeamId team, HoldId hold) {
    return told(() -> holds.extend(team, hold), _ -> List.of(hold));
  }

  Release release(TeamId team, HoldId hold) {
    Release done = told(() -> holds.release(team, hold), _ -> List.of(hold));
    if (done instanceof Release.Released) {
      offer();
    }
    return done;
  }

  /// The hold is let go, whatever becomes of this: release-holds makes the offer otherwise.
  private void offer() {
    try {
      offers.offer();
    } catch (RuntimeException e) {
      LOG.warn("what was let go is offered later", e);
    }
  }

  private static List<HoldId> held(List<HoldAnswer> answers) {
    return answers.stream()
        .filter(HoldAnswer.Held.class::isInstance)
        .map(answer -> ((HoldAnswer.Held) answer).hold().id())
        .toList();
  }

  /// @param touched the holds that may have changed
  private <T> T told(Supplier<T> act, Function<T, List<HoldId>> touched) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          T done = act.get();
          availabilities
              .note(touched.apply(done))
              .forEach(change -> publisher.publish(ToEvents.availability(change)));
          return done;
        });
  }
}
