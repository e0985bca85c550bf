package com.aiqleads.acquisition.parsepage;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.PageState;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Reads a stored page with the parser of its source. What cannot be read now can never be read:
/// the snapshot does not change.
@Singleton
final class ParsePage {

  private final Snapshots snapshots;

  ParsePage(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  PageReading read(String source, String url, String snapshotKey, Instant fetchedAt) {
    Optional<Source> known = Source.find(source);
    if (known.isEmpty()) {
      return new Refused(PageState.UNKNOWN, PageRefusal.UNKNOWN_SOURCE);
    }
    return snapshots
        .find(snapshotKey)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> new Page(known.get(), url, text, fetchedAt))
        .map(page -> PageParser.of(known.get()).read(page))
        .orElseGet(() -> new Refused(PageState.UNREACHED, PageRefusal.SNAPSHOT_GONE));
  }
}
