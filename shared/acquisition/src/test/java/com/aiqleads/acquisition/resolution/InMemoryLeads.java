package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Leads for tests. One thread at a time, so that nothing needs to be locked.
public final class InMemoryLeads implements Leads {

  private final Map<LeadId, KnownLead> leads = new LinkedHashMap<>();
  private final Map<LeadId, Set<BlockingKey>> keys = new LinkedHashMap<>();

  @Override
  public void reserve(Set<ListingId> listings, Set<BlockingKey> keys) {}

  @Override
  public List<KnownLead> find(ListingId listing, Set<BlockingKey> wanted) {
    return leads.values().stream()
        .filter(
            lead ->
                lead.find(listing).isPresent()
                    || !Collections.disjoint(keys.getOrDefault(lead.id(), Set.of()), wanted))
        .limit(MAX_CANDIDATES)
        .toList();
  }

  @Override
  public void file(Filed filed) {
    KnownLead before =
        leads.getOrDefault(filed.lead(), new KnownLead(filed.lead(), 0, new ArrayList<>()));
    KnownLead after = before.with(filed.advertisement());
    leads.put(filed.lead(), new KnownLead(filed.lead(), filed.version(), after.advertisements()));
    keys.computeIfAbsent(filed.lead(), _ -> new HashSet<>()).addAll(filed.keys());
  }

  public List<KnownLead> all() {
    return List.copyOf(leads.values());
  }
}
