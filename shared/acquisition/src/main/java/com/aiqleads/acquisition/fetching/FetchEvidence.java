package com.aiqleads.acquisition.fetching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept beside a stored page of how it was fetched.
///
/// @param robotsHash of the robots file as it was read, which is stored, too
/// @param robotsRule the line of it that decided, or [#NO_RULE]; null if that was not kept
/// @param approvedBy who had approved of the source, and until when
public record FetchEvidence(
    Instant fetchedAt,
    int robotsStatus,
    String robotsHash,
    Instant robotsReadAt,
    @Nullable String robotsRule,
    String approvedBy) {

  /// No line of the robots file spoke of the page.
  public static final String NO_RULE = "none";
}
