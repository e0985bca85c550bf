package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;

/// A found lead and what it is sorted by (milliseconds, cents, points or metres): also the place
/// from which the next page goes on.
public record Hit(LeadId leadId, long sortedBy) {}
