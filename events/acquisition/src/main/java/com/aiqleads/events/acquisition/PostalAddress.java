package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A normalised US address in the manner of Publication 28.
@Serdeable
public record PostalAddress(
    @Personal String street,
    @Personal @Nullable String unit,
    String city,
    String state,
    String zip) {}
