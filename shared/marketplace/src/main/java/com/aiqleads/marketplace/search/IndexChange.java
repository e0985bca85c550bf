package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;

/// What one version of a lead does to the index.
public sealed interface IndexChange {

  record Put(IndexedLead lead) implements IndexChange {}

  record Remove(LeadId lead, long version) implements IndexChange {}
}
