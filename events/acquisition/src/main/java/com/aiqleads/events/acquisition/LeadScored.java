package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import io.micronaut.serde.annotation.Serdeable;

/// A lead got its quality and fraud scores.
@Serdeable
public record LeadScored(Lead lead, Contact contact, Score quality, Score fraud) implements Event {}
