package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;

/// A field, and the place of the page that was believed.
@Serdeable
public record FieldPath(String field, String path) {}
