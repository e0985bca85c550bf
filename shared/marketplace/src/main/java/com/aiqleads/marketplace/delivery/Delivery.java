package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.Optional;

/// How far one lead has come.
///
/// @param lead none of a test
/// @param next when it is tried again
/// @param answer what the last try led to
public record Delivery(
    DeliveryId id,
    EndpointId endpoint,
    Optional<LeadId> lead,
    DeliveryState state,
    int attempts,
    Instant at,
    Optional<Instant> next,
    Optional<String> answer) {}
