package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.time.Duration;

/// What a team gets for what it pays, at today's price.
///
/// @param price of a month
/// @param credits what of it comes back as credit, until the month is over
/// @param openHolds how many leads it may hold at a time
/// @param earlyAccess whether it may hold at once what is newly on sale
public record Plan(
    PlanName name,
    Money price,
    Money credits,
    Duration holdTime,
    int extensions,
    Duration longestHold,
    int openHolds,
    boolean earlyAccess) {}
