package com.aiqleads.marketplace.holds;

/// A hold with what people know the lead by. On sale no more, it cannot be bought either.
public record CartLine(Hold hold, String headline, boolean onSale) {}
