package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;

/// Why something was decided: a stable code, and a sentence for people without personal data.
@Serdeable
public record Reason(String code, String text) {}
