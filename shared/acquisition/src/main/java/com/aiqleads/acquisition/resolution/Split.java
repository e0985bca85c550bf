package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// Two leads that were one by mistake.
///
/// @param left what stays under the id that was
/// @param part what gets an id of its own
/// @param by who said so
public record Split(KnownLead left, KnownLead part, String by, String why, Instant at) {

  public static Set<BlockingKey> keys(KnownLead side) {
    return side.advertisements().stream()
        .flatMap(one -> BlockingKey.of(one).stream())
        .collect(Collectors.toSet());
  }

  /// As it is remembered.
  public record Past(
      LeadId lead, LeadId part, Set<ListingId> moved, String by, String why, Instant at) {
    public Past {
      moved = Set.copyOf(moved);
    }
  }
}
