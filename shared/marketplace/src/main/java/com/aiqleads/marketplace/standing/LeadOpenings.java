package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import java.util.List;
import java.util.Optional;

/// Leads that were newly on sale and open to the plans that have no early access: orders that
/// came too early for a lead are tried again then, once.
public interface LeadOpenings {

  /// Leads that have opened, for which orders came too early; each is said once.
  List<LeadId> opened(int most);

  /// Who came too early for the lead at the price that it has, if it is open now; also if that
  /// was begun and not finished.
  Optional<Opening> of(LeadId lead);

  /// Writes down who wants the lead still: an allocation of its own, for the same price. Of
  /// those who do not want it any more, it says why.
  Begun begin(Opening opening);

  /// A lead that has opened, with those that came too early for it.
  ///
  /// @param round 0 is the allocation of a price; those that follow are of openings
  record Opening(Arrival arrival, int round, List<StandingOrderId> early) {

    public Opening {
      early = List.copyOf(early);
    }
  }
}
