package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An index in memory, with versions, fresh indices and outages.
public final class InMemoryLeadIndex implements LeadIndex {
  private final List<IndexChange> applied = new ArrayList<>();
  private Map<LeadId, IndexedLead> leads = new HashMap<>();
  private Map<LeadId, Long> versions = new HashMap<>();
  private int requests;
  private boolean down;

  @Override
  public void apply(List<IndexChange> changes) {
    if (down) {
      throw new IndexUnavailable("no answer");
    }
    requests++;
    applied.addAll(changes);
    changes.forEach(this::apply);
  }

  private void apply(IndexChange change) {
    switch (change) {
      case IndexChange.Put(IndexedLead lead) -> {
        if (isNew(lead.leadId(), lead.version())) {
          leads.put(lead.leadId(), lead);
        }
      }
      case IndexChange.Remove(LeadId lead, long version) -> {
        if (isNew(lead, version)) {
          leads.remove(lead);
        }
      }
    }
  }

  private boolean isNew(LeadId lead, long version) {
    boolean isNew = versions.getOrDefault(lead, 0L) < version;
    versions.merge(lead, version, Math::max);
    return isNew;
  }

  @Override
  public Fresh fresh() {
    InMemoryLeadIndex fresh = new InMemoryLeadIndex();
    return new Fresh() {
      @Override
      public void put(List<IndexChange> changes) {
        fresh.apply(changes);
      }

      @Override
      public void takeOver() {
        leads = fresh.leads;
        versions = fresh.versions;
      }
    };
  }

  public void goDown() {
    down = true;
  }

  public int requests() {
    return requests;
  }

  public List<IndexChange> applied() {
    return List.copyOf(applied);
  }

  public List<IndexedLead> leads() {
    return List.copyOf(leads.values());
  }
}
