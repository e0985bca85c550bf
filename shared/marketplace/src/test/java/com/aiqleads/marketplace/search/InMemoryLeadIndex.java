package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Availability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An index in memory, with versions, fresh indices, outages, and leads that it does not take.
public final class InMemoryLeadIndex implements LeadIndex {
  private final List<IndexChange> applied = new ArrayList<>();
  private final Map<LeadId, IndexAnswer> notTaken;
  private Map<LeadId, IndexedLead> leads = new HashMap<>();
  private Map<LeadId, Long> versions = new HashMap<>();
  private final Map<LeadId, Availability> availabilities = new HashMap<>();
  private int requests;
  private boolean down;

  public InMemoryLeadIndex() {
    this(new HashMap<>());
  }

  private InMemoryLeadIndex(Map<LeadId, IndexAnswer> notTaken) {
    this.notTaken = notTaken;
  }

  @Override
  public List<IndexAnswer> apply(List<IndexChange> changes) {
    if (down) {
      throw new IndexUnavailable("no answer");
    }
    requests++;
    applied.addAll(changes);
    return changes.stream().map(this::answer).toList();
  }

  private IndexAnswer answer(IndexChange change) {
    IndexAnswer answer = notTaken.getOrDefault(change.leadId(), new IndexAnswer.Taken());
    if (answer instanceof IndexAnswer.Taken) {
      take(change);
    }
    return answer;
  }

  private void take(IndexChange change) {
    switch (change) {
      case IndexChange.Put(IndexedLead lead) -> {
        if (isNew(lead.leadId(), change.order())) {
          leads.put(lead.leadId(), lead);
        }
      }
      case IndexChange.Open(Availability availability) ->
          availabilities.merge(
              availability.lead(), availability, (a, b) -> a.change() >= b.change() ? a : b);
      case IndexChange.Remove(LeadId lead, _) -> {
        if (isNew(lead, change.order())) {
          leads.remove(lead);
        }
      }
    }
  }

  private boolean isNew(LeadId lead, long order) {
    boolean isNew = versions.getOrDefault(lead, 0L) < order;
    versions.merge(lead, order, Math::max);
    return isNew;
  }

  @Override
  public Fresh fresh() {
    InMemoryLeadIndex fresh = new InMemoryLeadIndex(notTaken);
    return new Fresh() {
      @Override
      public List<IndexAnswer> put(List<IndexChange> changes) {
        return fresh.apply(changes);
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

  /// From now on this is the answer to all changes of this lead.
  public void answer(LeadId lead, IndexAnswer answer) {
    notTaken.put(lead, answer);
  }

  public int requests() {
    return requests;
  }

  public List<IndexChange> applied() {
    return List.copyOf(applied);
  }

  public List<Availability> availabilities() {
    return List.copyOf(availabilities.values());
  }

  public List<IndexedLead> leads() {
    return List.copyOf(leads.values());
  }
}
