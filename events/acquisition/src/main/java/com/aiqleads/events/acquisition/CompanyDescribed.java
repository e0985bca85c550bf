package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// A company's own page on a board was read.
///
/// @param employer the company as its postings name it
/// @param readFrom where each field stood
/// @param conflicts where the page contradicts itself; the first of the readings was believed
@Serdeable
public record CompanyDescribed(
    PageId pageId,
    String snapshotKey,
    String parserVersion,
    String source,
    EmployerFacts employer,
    CompanyFacts company,
    List<FieldPath> readFrom,
    List<Conflict> conflicts,
    Instant observedAt)
    implements Event {}
