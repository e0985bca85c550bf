package com.aiqleads.acquisition.lineage;

import com.aiqleads.kernel.Money;
import java.time.Instant;

/// What a listing cost when somebody looked last.
public record SeenPrice(Money price, Instant at) {}
