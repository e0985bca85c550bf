package com.aiqleads.events.marketplace;

import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lead costs, by which price book, and why.
@Serdeable
public record Price(
    Money amount, @Nullable Money exclusive, String priceBook, List<Reason> reasons) {}
