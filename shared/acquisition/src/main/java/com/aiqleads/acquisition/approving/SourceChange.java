package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Who decided what, and when; never forgotten.
///
/// @param subject the market, or empty where all of the source is meant
/// @param text what was decided, in words
public record SourceChange(
    UUID id, Instant at, String person, CrawledSite source, Act act, String subject, String text) {

  public enum Act {
    PERMITTED,
    PERMIT_WITHDRAWN,
    TARGET_SET,
    TARGET_REMOVED;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
