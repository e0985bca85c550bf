package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A bought lead is to be brought to one address of its buyer now: for the first time, or again.
@Serdeable
public record DeliveryFellDue(String deliveryId, Instant dueAt) implements Event {}
