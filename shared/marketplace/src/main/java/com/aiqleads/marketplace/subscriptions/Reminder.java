package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;

/// That an invoice could not be paid, which a team hears once.
///
/// @param invoice its number, as it stands on paper
public record Reminder(TeamId team, String invoice, Money total, Instant failedAt) {}
