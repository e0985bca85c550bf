package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Leads for tests. One thread at a time, so that nothing needs to be locked.
public final class InMemoryLeads implements Leads {

  private final Map<LeadId, KnownLead> leads = new LinkedHashMap<>();
  private final Map<LeadId, Set<BlockingKey>> keys = new LinkedHashMap<>();
  private final Map<ListingId, Instant> endings = new HashMap<>();
  private final Map<ListingId, ListingId> aliases = new HashMap<>();
  private Set<ListingId> reservedListings = Set.of();
  private Set<BlockingKey> reserved = Set.of();

  @Override
  public void reserve(Set<ListingId> listings, Set<BlockingKey> keys) {
    reservedListings = Set.copyOf(listings);
    reserved = Set.copyOf(keys);
  }

  @Override
  public List<KnownLead> find(ListingId listing, Set<BlockingKey> wanted) {
    return leads.values().stream()
        .filter(
            lead ->
                lead.find(listing).isPresent()
                    || !Collections.disjoint(keys.getOrDefault(lead.id(), Set.of()), wanted))
        .limit(MAX_CANDIDATES)
        .map(lead -> new KnownLead(lead.id(), lead.version(), lead.advertisements(), endings))
        .toList();
  }

  @Override
  public void file(Filed filed) {
    KnownLead before =
        leads.getOrDefault(
            filed.lead(), new KnownLead(filed.lead(), 0, new ArrayList<>(), Map.of()));
    KnownLead after = before.with(filed.advertisement());
    leads.put(
        filed.lead(),
        new KnownLead(filed.lead(), filed.version(), after.advertisements(), Map.of()));
    keys.computeIfAbsent(filed.lead(), _ -> new HashSet<>()).addAll(filed.keys());
  }

  @Override
  public void end(ListingId listing, Instant at) {
    endings.merge(listing, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public void alias(ListingId other, ListingId own) {
    aliases.put(other, own);
  }

  @Override
  public ListingId own(ListingId any) {
    return aliases.getOrDefault(any, any);
  }

  @Override
  public Optional<Instant> endOf(ListingId listing) {
    return Optional.ofNullable(endings.get(listing));
  }

  @Override
  public void raise(LeadId lead, long version) {
    leads.computeIfPresent(
        lead, (id, known) -> new KnownLead(id, version, known.advertisements(), Map.of()));
  }

  public Set<ListingId> reservedListings() {
    return reservedListings;
  }

  public Set<BlockingKey> reserved() {
    return reserved;
  }

  public List<KnownLead> all() {
    return List.copyOf(leads.values());
  }
}
