package com.aiqleads.events.acquisition;

import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An open posting as far as it tells how its company hires.
@Serdeable
public record HiringJob(
    ListingId listingId,
    String market,
    String url,
    String title,
    @Nullable String seniority,
    @Nullable String employmentType,
    String application,
    @Nullable String applicationUrl,
    @Nullable LocalDate postedOn,
    Instant observedAt) {}
