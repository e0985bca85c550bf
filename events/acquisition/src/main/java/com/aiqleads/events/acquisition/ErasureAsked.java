package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A person has to be erased, or the erasure has come so far. Who it is stands in the store.
///
/// @param erasureId its journey
/// @param after the place behind which it goes on; at its beginning none
@Serdeable
public record ErasureAsked(CorrelationId erasureId, @Nullable String after) implements Event {}
