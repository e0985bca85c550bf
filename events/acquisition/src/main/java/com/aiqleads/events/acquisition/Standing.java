package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;

/// What was known around a lead when this version of it came, counted: of other homes only.
///
/// @param comparables homes of which [#medianCentsPerSqft] is the median
@Serdeable
public record Standing(
    int dearerTwins,
    int sameTexts,
    int samePhotos,
    int contactHomes,
    int contactRenamed,
    int contactStates,
    int accountHomes,
    int comparables,
    long medianCentsPerSqft) {}
