package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A field of which two places of one page say different things.
@Serdeable
public record Conflict(String field, List<Reading> readings) {}
