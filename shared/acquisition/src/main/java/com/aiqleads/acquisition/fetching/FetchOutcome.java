package com.aiqleads.acquisition.fetching;

import java.time.Duration;

/// How fetching a page ended.
public sealed interface FetchOutcome {

  record Fetched(FetchedPage page) implements FetchOutcome {}

  record NotModified() implements FetchOutcome {}

  /// The site says that the page is no more.
  record Gone(FetchedPage page) implements FetchOutcome {}

  /// The site asked for a pause, which everybody who fetches from it now keeps.
  record Throttled(Duration retryAfter) implements FetchOutcome {}

  record Refused(Refusal reason) implements FetchOutcome {}

  record Unreachable(String cause) implements FetchOutcome {}

  /// The turn of this request comes only after the caller's time is up.
  record Postponed(Duration missing) implements FetchOutcome {}
}
