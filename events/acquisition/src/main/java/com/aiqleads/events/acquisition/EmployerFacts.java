package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Who hires, as one posting says.
@Serdeable
public record EmployerFacts(
    @Nullable String name, @Nullable String pageUrl, @Nullable String handle) {}
