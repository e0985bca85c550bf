package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.LeadId;
import java.util.Set;

/// Somebody of whom a phone number or a mail address is known.
///
/// @param keys how many of them there are
/// @param shared those that were asked for
/// @param leads where they stand; not all, if they are many
public record KnownPerson(PersonId id, int keys, Set<BlockingKey> shared, Set<LeadId> leads) {

  public KnownPerson {
    shared = Set.copyOf(shared);
    leads = Set.copyOf(leads);
  }
}
