package com.aiqleads.marketplace.indexleads;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.LeadIndex;
import jakarta.inject.Singleton;
import java.util.List;

/// The index itself refuses what is older than it has, of withdrawn leads too: so order and repeats
/// do not matter.
@Singleton
record IndexLeads(LeadIndex index) {

  void index(List<Event> events) {
    index.apply(events.stream().map(IndexLeads::change).toList());
  }

  private static IndexChange change(Event event) {
    return switch (event) {
      case LeadPublished published -> new IndexChange.Put(FromEvents.indexed(published));
      case LeadWithdrawn withdrawn ->
          new IndexChange.Remove(withdrawn.leadId(), withdrawn.version());
      default -> throw new IllegalArgumentException("not an event for the index: " + event);
    };
  }
}
