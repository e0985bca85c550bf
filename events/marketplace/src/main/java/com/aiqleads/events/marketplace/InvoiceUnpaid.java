package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// An invoice of a team could not be paid from its wallet, for the first time: it is tried again.
///
/// @param invoice its number, as it stands on paper
@Serdeable
public record InvoiceUnpaid(TeamId teamId, String invoice, Money total, Instant failedAt)
    implements Event {}
