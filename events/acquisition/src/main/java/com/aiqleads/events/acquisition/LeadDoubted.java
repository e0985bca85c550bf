package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Another lead came that shares texts, photos or a contact with this one, so that it is to be
/// judged again.
///
/// @param by the lead that came
@Serdeable
public record LeadDoubted(LeadId leadId, LeadId by, Instant doubtedAt) implements Event {}
