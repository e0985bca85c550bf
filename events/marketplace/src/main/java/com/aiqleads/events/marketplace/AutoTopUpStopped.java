package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A team's wallet is not filled by itself any more, and nobody of the team did that.
///
/// @param reason `no_card`, `card_expired`, `card_refused`, `failed_too_often` or `taken_back`
@Serdeable
public record AutoTopUpStopped(TeamId teamId, String reason, Instant stoppedAt) implements Event {}
