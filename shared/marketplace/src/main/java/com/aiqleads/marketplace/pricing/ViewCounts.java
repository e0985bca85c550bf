package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import java.util.Collection;
import java.util.Map;

/// How often leads of a segment are looked at; a look loses half of its weight every day. What
/// leaves a row elsewhere (holds, sales) is counted there.
public interface ViewCounts {

  /// Counts a team once for each lead and day, so that reloading moves no price. Never fails and
  /// never takes long: a look that is not counted is no reason not to show a lead.
  void seen(TeamId viewer, LeadId lead, Segment segment);

  /// All or a failure: prices are not made of a part of the looks.
  Map<Segment, Long> views(Collection<Segment> segments);
}
