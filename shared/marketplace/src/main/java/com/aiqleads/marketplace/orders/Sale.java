package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.Optional;

/// An order as whoever watches over the house sees it: what it came to, and what went back of it.
///
/// @param returned to the wallet, for leads that were given back
/// @param takenBack from the wallet or as a debt, by the gateway or the bank of the card
/// @param receipt its number; there within minutes, and never of what cost nothing
public record Sale(
    OrderId order,
    TeamId team,
    Instant at,
    boolean byCard,
    int leads,
    Money total,
    Money returned,
    Money takenBack,
    Optional<String> receipt) {}
