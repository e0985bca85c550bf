package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known of the things that an advertisement shares with others.
///
/// @param leads oldest first
/// @param holders how many leads have each of its keys, at most [Leads#MAX_CANDIDATES]
/// @param ended when the advertisement itself ended last; null if it never did
public record Candidates(
    List<KnownLead> leads,
    Map<BlockingKey, Integer> holders,
    List<KnownPerson> persons,
    @Nullable Instant ended) {

  public Candidates {
    leads = List.copyOf(leads);
    holders = Map.copyOf(holders);
    persons = List.copyOf(persons);
  }

  int holders(BlockingKey key) {
    return Math.max(1, holders.getOrDefault(key, 1));
  }

  Set<LeadId> ofPersons() {
    return persons.stream().flatMap(person -> person.leads().stream()).collect(Collectors.toSet());
  }
}
