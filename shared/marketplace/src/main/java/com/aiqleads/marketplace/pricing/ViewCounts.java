package com.aiqleads.marketplace.pricing;

import java.util.Collection;
import java.util.Map;

/// How often leads of a segment are looked at; a look loses half of its weight every day. What
/// leaves a row elsewhere (holds, sales) is counted there.
public interface ViewCounts {

  /// Never fails: a look that is not counted is no reason not to show a lead.
  void seen(Segment segment);

  Map<Segment, Long> views(Collection<Segment> segments);
}
