package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The standing orders of teams, as the system of record keeps them, with every version that was.
public interface StandingOrders {

  /// What became of the wish to make or change one.
  enum Change {
    DONE,
    /// Somebody else has changed it meanwhile.
    STALE,
    /// In whose name it would go on has just left the team.
    MAKER_LEFT,
    TOO_MANY
  }

  Change add(StandingOrder order);

  /// In place of the version before.
  Change replace(StandingOrder order);

  /// Those that are not ended, oldest first.
  List<StandingOrder> of(TeamId team);

  Optional<StandingOrder> find(TeamId team, StandingOrderId id);

  /// What became of leads, newest first, of those before then.
  List<Result> results(TeamId team, StandingOrderId id, Instant before, int limit);

  /// Why the team's orders did not get a lead, or that they did: one answer for each that is not
  /// ended, in the order of [#of]. Nothing if there is no such lead.
  Optional<List<Answer>> why(TeamId team, LeadId lead);

  /// What became of one lead.
  record Result(LeadId lead, String headline, Outcome outcome, Instant at) {}

  /// What became of a lead for one order.
  sealed interface Outcome {

    record Bought(Money price) implements Outcome {}

    record Told(Money price) implements Outcome {}

    record Missed(Why why) implements Outcome {}
  }

  record Answer(StandingOrder order, Outcome outcome, Instant at) {}
}
