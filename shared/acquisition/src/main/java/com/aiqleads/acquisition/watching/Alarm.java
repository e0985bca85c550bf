package com.aiqleads.acquisition.watching;

import java.time.Instant;

/// Something that people should know of, as it was last said.
///
/// @param meaning what it means for them when it rings
/// @param reason what was seen
public record Alarm(
    String name, boolean isRinging, Instant changedAt, String meaning, String reason) {}
