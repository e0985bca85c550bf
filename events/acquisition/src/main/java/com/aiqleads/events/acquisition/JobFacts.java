package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One posting of a job as its board shows it, in the board's words.
@Serdeable
public record JobFacts(
    String source,
    String sourceListingId,
    String url,
    String title,
    EmployerFacts employer,
    JobPlace place,
    @Nullable String seniority,
    @Nullable String employmentType,
    @Nullable String function,
    @Nullable String industries,
    @Nullable SalaryFacts salary,
    @Personal @Nullable String description,
    String application,
    @Nullable String applicationUrl,
    @Nullable LocalDate postedOn,
    @Nullable String postedText,
    @Nullable LocalDate openUntil,
    boolean partial,
    Instant observedAt) {}
