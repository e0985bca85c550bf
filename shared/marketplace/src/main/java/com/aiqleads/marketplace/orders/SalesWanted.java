package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.Optional;

/// Which sales are shown; of what is empty, all.
///
/// @param from the first moment that counts
/// @param until the first moment that counts no more
/// @param refunded only those of which money went back
public record SalesWanted(
    Optional<TeamId> team,
    Optional<OrderId> order,
    Optional<LeadId> lead,
    Optional<Instant> from,
    Optional<Instant> until,
    boolean refunded) {}
