package com.aiqleads.local.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a site can be made to do to its visitors.
enum Fault {
  /// Now and then, on the same addresses for the same seed, one of the faults below, once.
  SCHEDULE,
  /// Every request answers 429 with `Retry-After` in seconds.
  TOO_MANY_REQUESTS,
  /// Every request answers 429 with `Retry-After` as a date.
  TOO_MANY_REQUESTS_DATE,
  UNAVAILABLE,
  SLOW,
  ROBOTS_FORBID,
  ROBOTS_UNAVAILABLE,
  ROBOTS_MISSING,
  CRAWL_DELAY,
  OLD_LAYOUT,
  /// Every price falls by five percent, so that every page changes.
  REPRICE,
  LOGIN_WALL,
  /// Every request answers with a page that wants a button held, as if all were well.
  PRESS_AND_HOLD,
  /// Every request answers with a page of another guard's.
  CAPTCHA,
  /// Every request answers that there were too many, as if all were well.
  RATE_LIMIT,
  /// Every request answers with a page that asks about cookies.
  CONSENT,
  /// Every request answers 403.
  FORBIDDEN;

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Fault> named(String text) {
    return Arrays.stream(values()).filter(fault -> fault.text().equals(text)).findFirst();
  }
}
