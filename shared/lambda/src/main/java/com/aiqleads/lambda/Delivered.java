package com.aiqleads.lambda;

import com.aiqleads.events.Event;

/// One event of a batch: the id its queue knows it by, where it comes from, and what it says.
public record Delivered<E extends Event>(
    String messageId, String body, Delivery delivery, E event) {}
