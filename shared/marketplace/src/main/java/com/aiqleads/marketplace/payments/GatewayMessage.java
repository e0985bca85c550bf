package com.aiqleads.marketplace.payments;

import java.time.Instant;

/// One message of a gateway. It may come again, late, or never.
///
/// @param at when it was said, by the gateway's clock
public record GatewayMessage(String id, String kind, Instant at, GatewayFact fact) {}
