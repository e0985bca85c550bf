package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A lead on sale costs something else now, although it is the same. Says all that search knows of
/// it, since what comes later stands for what came before.
///
/// @param revision how many prices this version of the lead has had since it was put on sale
/// @param before what it cost until then; who holds it still pays that
@Serdeable
public record LeadRepriced(
    OfferId offerId,
    LeadId leadId,
    long version,
    int revision,
    Price price,
    Money before,
    SearchFacts facts,
    Instant repricedAt)
    implements Event {}
