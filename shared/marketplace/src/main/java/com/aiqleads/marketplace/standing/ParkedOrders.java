package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Standing orders whose makers have left their teams: they do nothing until somebody of the team
/// takes them over or ends them.
public interface ParkedOrders {

  /// For so long somebody who has left may have a token that is good still, and for some minutes
  /// more than it is: what goes on by it is as if it had been done before.
  Duration LAST_TOKEN = Duration.ofMinutes(20);

  /// Pauses and parks what somebody made in a team; also what was paused before, so that nobody
  /// lets it go on in the name of who is gone. How many are parked now that were not. Again, none.
  ///
  /// @param leftAt what was changed long afterwards is of somebody who has come back
  int park(TeamId team, UserId maker, Instant leftAt);

  Set<StandingOrderId> of(TeamId team);
}
