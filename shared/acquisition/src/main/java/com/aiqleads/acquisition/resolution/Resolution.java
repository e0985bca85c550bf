package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.kernel.LeadId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an advertisement means for the leads.
public sealed interface Resolution {

  /// Nobody advertised this property before.
  record Started(Lead lead, Filed filed) implements Resolution {}

  /// It is another advertisement of a known property.
  record Joined(Lead lead, Filed filed) implements Resolution {}

  /// A known advertisement says something new.
  record Changed(Lead lead, Filed filed) implements Resolution {}

  /// A known advertisement says what it said before: the lead keeps its version, only the moment
  /// of the last look moves.
  record Unchanged(Filed filed) implements Resolution {}

  /// It was seen before the last look at the same advertisement: it says nothing any more.
  record Outdated() implements Resolution {}

  /// How an advertisement is filed under a lead.
  ///
  /// @param edges what was found when it was compared, of a new one only
  /// @param seller nobody, if it does not say
  record Filed(
      LeadId lead,
      long version,
      Advertisement advertisement,
      Match match,
      List<Edge> edges,
      Set<BlockingKey> keys,
      Optional<Identity> seller) {
    public Filed {
      edges = List.copyOf(edges);
      keys = Set.copyOf(keys);
    }
  }
}
