package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money was taken from the card that a team has saved, while nobody was there.
///
/// @param invoice its number on paper, if it was for one; else it filled the wallet
@Serdeable
public record CardCharged(TeamId teamId, Money amount, @Nullable String invoice, Instant chargedAt)
    implements Event {}
