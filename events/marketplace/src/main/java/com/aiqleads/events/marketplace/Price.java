package com.aiqleads.events.marketplace;

import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What a lead costs, by which price book, and why.
@Serdeable
public record Price(Money amount, String priceBook, List<Reason> reasons) {}
