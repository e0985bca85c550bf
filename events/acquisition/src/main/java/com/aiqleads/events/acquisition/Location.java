package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import com.aiqleads.kernel.GeoPoint;
import io.micronaut.serde.annotation.Serdeable;

/// Where a property is, and how exactly that is known: `rooftop`, `street`, `zip` or `city`.
@Serdeable
public record Location(@Personal GeoPoint point, String accuracy) {}
