package com.aiqleads.marketplace.refunds;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderId;
import java.time.Instant;
import java.util.Optional;

/// Which refunds are shown; of what is empty, all.
///
/// @param from the first moment that counts
/// @param until the first moment that counts no more
public record RefundsWanted(
    Optional<Refund.Kind> kind,
    Optional<Refund.State> state,
    Optional<TeamId> team,
    Optional<OrderId> order,
    Optional<Instant> from,
    Optional<Instant> until) {}
