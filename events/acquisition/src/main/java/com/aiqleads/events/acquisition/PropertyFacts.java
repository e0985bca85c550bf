package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a listing says about its property; null where it says nothing.
@Serdeable
public record PropertyFacts(
    String type,
    @Nullable Integer bedrooms,
    @Nullable BigDecimal bathrooms,
    @Nullable Integer livingAreaSqft,
    @Nullable Integer lotSizeSqft,
    @Nullable Integer yearBuilt) {}
