package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/// What is left of one grant.
public record Lot(
    Grant.Kind kind, Money amount, Money remaining, Instant grantedAt, Optional<Instant> until) {}
