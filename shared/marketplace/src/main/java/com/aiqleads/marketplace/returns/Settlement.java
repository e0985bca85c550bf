package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.HoldId;
import java.util.Optional;

/// What followed from a decision.
///
/// @param moved what it gave back by itself; of a repeat nothing
/// @param freed the hold that the lead was bought with, if its slot is free again
public record Settlement(Money moved, Optional<HoldId> freed) {}
