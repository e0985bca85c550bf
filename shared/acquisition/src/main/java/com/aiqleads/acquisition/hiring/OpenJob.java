package com.aiqleads.acquisition.hiring;

import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A posting as far as it tells that, and how, its company hires.
public record OpenJob(
    ListingId id,
    String market,
    String url,
    String title,
    @Nullable String seniority,
    @Nullable String employmentType,
    Application application,
    @Nullable LocalDate postedOn,
    Instant observedAt) {

  /// Whether it says nothing that the other does not; when it was seen is no news.
  boolean saysTheSameAs(OpenJob other) {
    return seenAt(other.observedAt).equals(other);
  }

  private OpenJob seenAt(Instant other) {
    return new OpenJob(
        id, market, url, title, seniority, employmentType, application, postedOn, other);
  }
}
