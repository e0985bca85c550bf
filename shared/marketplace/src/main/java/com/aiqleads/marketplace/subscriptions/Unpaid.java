package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/// An invoice that somebody still has to pay.
///
/// @param tries how often that has failed
/// @param failed when it failed first
public record Unpaid(
    InvoiceId invoice,
    Money total,
    Failure failure,
    int tries,
    Instant failed,
    Optional<Instant> nextTry) {}
