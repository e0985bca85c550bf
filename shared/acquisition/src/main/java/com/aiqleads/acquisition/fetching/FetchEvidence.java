package com.aiqleads.acquisition.fetching;

import java.time.Instant;

/// What is kept beside a stored page of how it was fetched.
///
/// @param robotsHash of the robots file as it was read, which is stored, too
/// @param robotsRule the line of it that decided; empty if none spoke of the page
/// @param approvedBy who had approved of the source, and until when
public record FetchEvidence(
    Instant fetchedAt,
    int robotsStatus,
    String robotsHash,
    Instant robotsReadAt,
    String robotsRule,
    String approvedBy) {}
