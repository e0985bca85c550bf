package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Money that a team pays into its wallet, as far as is known.
///
/// @param session the gateway's own name for it, once it is known
/// @param page where somebody pays, until then
/// @param reason why it failed, or why the last try did
public record Payment(
    PaymentId id,
    TeamId team,
    Money amount,
    PaymentState state,
    Instant at,
    Instant pageUntil,
    Optional<String> session,
    Optional<URI> page,
    Optional<String> reason) {}
