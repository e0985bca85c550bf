package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.util.Optional;

/// A lead that a team wants, at the price it has seen; at any price if it has seen none.
public record Wish(LeadId lead, Optional<Money> expected) {}
