package com.aiqleads.acquisition.fetching;

import java.time.Instant;

/// How far the search for a target's listings has come; kept, so that a killed run goes on there.
public sealed interface Crawl {

  Target target();

  /// The scheduled time that began it.
  Instant round();

  record Searching(Target target, Instant round, PageRequest next) implements Crawl {}

  record Searched(Target target, Instant round) implements Crawl {}
}
