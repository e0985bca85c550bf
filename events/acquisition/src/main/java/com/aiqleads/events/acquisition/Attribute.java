package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import io.micronaut.serde.annotation.Serdeable;

/// What one of a site's labels says of a listing.
@Serdeable
public record Attribute(String name, @Personal String value) {}
