package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Contact;
import com.aiqleads.events.acquisition.Lead;
import com.aiqleads.events.acquisition.Score;
import io.micronaut.serde.annotation.Serdeable;

/// A scored lead got its price.
@Serdeable
public record LeadPriced(Lead lead, Contact contact, Score quality, Score fraud, Price price)
    implements Event {}
