package com.aiqleads.events.acquisition;

import com.aiqleads.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What a job pays, never converted.
@Serdeable
public record SalaryFacts(
    @Nullable Money min, @Nullable Money max, @Nullable String interval, String text) {}
