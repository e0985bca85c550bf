package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.ListingId;
import java.util.List;

/// Which of a lead's advertisements speaks for a field of it: more than one where what all say is
/// put together.
public record Survivor(String field, SurvivorRule rule, List<ListingId> listings) {

  public Survivor {
    listings = List.copyOf(listings);
  }

  /// Of every field that the lead has, in the order in which people read them.
  public static List<Survivor> of(KnownLead lead) {
    return MergedFact.survivors(Merging.bestFirst(lead));
  }
}
