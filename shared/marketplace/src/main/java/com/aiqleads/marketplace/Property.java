package com.aiqleads.marketplace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is for sale; null where the advertisement says nothing.
public record Property(
    String type,
    @Nullable Integer bedrooms,
    @Nullable BigDecimal bathrooms,
    @Nullable Integer livingAreaSqft,
    @Nullable Integer lotSizeSqft,
    @Nullable Integer yearBuilt) {}
