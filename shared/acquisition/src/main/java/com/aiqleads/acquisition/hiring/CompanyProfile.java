package com.aiqleads.acquisition.hiring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a company's page on a board says of it, in the page's words; null where it says nothing.
///
/// @param website the company's own
/// @param headquarters a city, mostly with its region
/// @param organisation its legal kind: `Privately Held`
public record CompanyProfile(
    String name,
    @Nullable String website,
    @Nullable String industry,
    @Nullable Headcount headcount,
    @Nullable String headquarters,
    @Nullable String organisation,
    @Nullable Integer foundedYear,
    Instant observedAt) {

  /// Whether it says nothing that the other does not; when it was seen is no news.
  boolean saysTheSameAs(CompanyProfile other) {
    return seenAt(other.observedAt).equals(other);
  }

  private CompanyProfile seenAt(Instant other) {
    return new CompanyProfile(
        name, website, industry, headcount, headquarters, organisation, foundedYear, other);
  }
}
