package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// An address as the page spells it.
@Serdeable
public record RawAddress(
    @Personal @Nullable String street,
    @Nullable String city,
    @Nullable String state,
    @Nullable String zip) {}
