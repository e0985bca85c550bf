package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;

/// A team's place in the line for a lead.
///
/// @param ahead how many teams come before it
public record Wait(LeadId lead, String headline, boolean onSale, long ahead, Instant since) {}
