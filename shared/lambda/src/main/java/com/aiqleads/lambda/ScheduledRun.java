package com.aiqleads.lambda;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What a schedule sends: its name, and the time this run was due, which is the same on a repeat.
@Serdeable
public record ScheduledRun(String schedule, Instant scheduledTime) {}
