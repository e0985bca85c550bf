package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// The last month of a team's saved card has begun.
///
/// @param lastMonth as in `2026-11`
@Serdeable
public record CardExpiring(TeamId teamId, String lastMonth, Instant noticedAt) implements Event {}
