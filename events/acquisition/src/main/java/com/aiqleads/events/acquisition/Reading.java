package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import io.micronaut.serde.annotation.Serdeable;

/// What one place of a page says of a field.
@Serdeable
public record Reading(String path, @Personal String value) {}
