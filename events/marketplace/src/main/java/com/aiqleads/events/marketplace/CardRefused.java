package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The bank of a team's saved card paid nothing, while nobody was there.
///
/// @param invoice its number on paper, if it was for one; else it was for the wallet
/// @param needsPayer whether only its owner can go on, on the page
@Serdeable
public record CardRefused(
    TeamId teamId, Money amount, @Nullable String invoice, boolean needsPayer, Instant refusedAt)
    implements Event {}
