package com.aiqleads.acquisition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an advertisement says about its property; null where it says nothing.
public record Property(
    PropertyType type,
    @Nullable Integer bedrooms,
    @Nullable BigDecimal bathrooms,
    @Nullable Integer livingAreaSqft,
    @Nullable Integer lotSizeSqft,
    @Nullable Integer yearBuilt) {

  public Property {
    bathrooms = bathrooms == null ? null : bathrooms.stripTrailingZeros();
  }
}
