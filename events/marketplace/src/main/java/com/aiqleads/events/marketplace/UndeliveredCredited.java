package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A team has back what it paid for leads that never arrived: all that was found in one look.
///
/// @param leads how many
@Serdeable
public record UndeliveredCredited(TeamId teamId, int leads, Money credited, Instant creditedAt)
    implements Event {}
