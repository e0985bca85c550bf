package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;

/// What one version of a lead does to the index.
public sealed interface IndexChange {

  LeadId leadId();

  record Put(IndexedLead lead) implements IndexChange {

    @Override
    public LeadId leadId() {
      return lead.leadId();
    }
  }

  record Remove(LeadId leadId, long version) implements IndexChange {}
}
