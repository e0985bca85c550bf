package com.aiqleads.marketplace.cards;

import java.time.YearMonth;

/// What people know their card by. The number itself is never here.
///
/// @param expires its last month
public record CardFace(String brand, String lastFour, YearMonth expires) {}
