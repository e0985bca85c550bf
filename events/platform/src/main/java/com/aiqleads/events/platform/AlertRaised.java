package com.aiqleads.events.platform;

import com.aiqleads.events.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Something that people should know of began, or is over. Said again with the same time, it is the
/// same change.
///
/// @param alarm its name, by which its end is known
/// @param severity `critical` or `warning`
/// @param meaning what it means for people when it rings
/// @param reason what was measured
@Serdeable
public record AlertRaised(
    String alarm,
    boolean ringing,
    String severity,
    Instant changedAt,
    String meaning,
    String reason)
    implements Event {}
