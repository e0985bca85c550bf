package com.aiqleads.acquisition.contacting;

import java.time.Duration;
import java.time.Instant;

/// That a number was looked up on a do-not-call list.
///
/// @param list which one, such as `national` or `fl`
public record Scrub(String list, boolean isListed, Instant at) {

  /// 16 CFR 310.4(b)(3)(iv): a version of the registry not older than this.
  public static final Duration MAX_AGE = Duration.ofDays(31);

  public boolean isStale(Instant now) {
    return at.plus(MAX_AGE).isBefore(now);
  }
}
