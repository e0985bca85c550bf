package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import java.util.List;

/// That somebody of a team has seen the seller of a lead that it bought, other than by a delivery.
public interface Openings {

  /// Written down before it is shown, behind the lock of the team: whoever credits a lead that
  /// nobody saw comes before or after. Whether any is opened for the first time: what the team
  /// owns may have changed while this waited.
  boolean open(TeamId team, List<LeadId> leads);
}
