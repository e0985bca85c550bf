package com.aiqleads.marketplace.pricing;

import com.aiqleads.marketplace.Price;

/// A price with all that it was made of.
public record Quote(Circumstances circumstances, Price price) {}
