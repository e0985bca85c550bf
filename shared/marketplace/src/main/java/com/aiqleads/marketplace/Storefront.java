package com.aiqleads.marketplace;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import java.util.List;
import java.util.Optional;

/// Leads as a team sees them, from the system of record.
public interface Storefront {

  /// In the order asked for, without those that are not on sale (any more) and that the team does
  /// not own. Scores and prices come without their reasons.
  List<ShownLead> show(TeamId viewer, List<LeadId> leads);

  /// One lead with all reasons.
  Optional<ShownLead> show(TeamId viewer, LeadId lead);
}
