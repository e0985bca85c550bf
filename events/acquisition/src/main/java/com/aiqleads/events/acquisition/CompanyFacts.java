package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What a company's own page on a board says of it.
///
/// @param mostEmployees absent where the range is open
@Serdeable
public record CompanyFacts(
    @Nullable String website,
    @Nullable String industry,
    @Nullable Integer leastEmployees,
    @Nullable Integer mostEmployees,
    @Nullable String headquarters,
    @Nullable String organisation,
    @Nullable Integer foundedYear) {}
