package com.aiqleads.events.acquisition;

import com.aiqleads.kernel.GeoPoint;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Where the work is done, as the page says.
@Serdeable
public record JobPlace(
    @Nullable String text,
    @Nullable String city,
    @Nullable String region,
    @Nullable String country,
    @Nullable String zip,
    @Nullable GeoPoint point,
    @Nullable String kind) {}
