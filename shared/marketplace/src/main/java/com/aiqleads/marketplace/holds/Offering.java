package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;

/// What became of a free slot that a team has waited for.
public sealed interface Offering {

  TeamId team();

  LeadId lead();

  record Offered(TeamId team, Hold hold) implements Offering {
    @Override
    public LeadId lead() {
      return hold.lead();
    }
  }

  /// The team could not take it, and has lost its place.
  record Passed(TeamId team, LeadId lead, HoldAnswer why) implements Offering {}
}
