package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Availability;

/// What one version of a lead, or one change of its availability, does to the index.
public sealed interface IndexChange {

  /// More prices than a version of a lead ever has.
  long REVISIONS = 1_000_000;

  LeadId leadId();

  /// What is less than or the same as what the index has is refused. Availability has an order of
  /// its own: it changes besides versions and prices.
  long order();

  record Put(IndexedLead lead) implements IndexChange {

    @Override
    public LeadId leadId() {
      return lead.leadId();
    }

    @Override
    public long order() {
      return lead.version() * REVISIONS + lead.revision();
    }
  }

  record Open(Availability availability) implements IndexChange {

    @Override
    public LeadId leadId() {
      return availability.lead();
    }

    @Override
    public long order() {
      return availability.change();
    }
  }

  record Remove(LeadId leadId, long version) implements IndexChange {

    @Override
    public long order() {
      return version * REVISIONS;
    }
  }
}
