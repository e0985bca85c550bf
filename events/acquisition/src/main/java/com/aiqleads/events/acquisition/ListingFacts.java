package com.aiqleads.events.acquisition;

import com.aiqleads.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One advertisement as its site shows it.
@Serdeable
public record ListingFacts(
    String source,
    String sourceListingId,
    String url,
    String title,
    @Nullable String description,
    @Nullable Money price,
    PropertyFacts property,
    @Nullable LocalDate listedOn,
    List<String> photoUrls,
    @Nullable String mlsNumber,
    Instant observedAt) {}
