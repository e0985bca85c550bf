package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import io.micronaut.serde.annotation.Serdeable;

/// A validated listing became a new lead, or joined the lead that it is another advertisement of.
@Serdeable
public record LeadResolved(Lead lead, Contact contact, boolean merged) implements Event {}
