package com.aiqleads.acquisition.parsepage;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.JobPage;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.JobReading;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.PageState;
import com.aiqleads.acquisition.replaying.KeptPage;
import com.aiqleads.acquisition.replaying.KeptReading;
import com.aiqleads.acquisition.replaying.KeptReadings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a stored page with the parser of its source. What cannot be read now can never be read:
/// the snapshot does not change.
@Singleton
final class ParsePage {

  private final Snapshots snapshots;
  private final KeptReadings readings;

  ParsePage(Snapshots snapshots, KeptReadings readings) {
    this.snapshots = snapshots;
    this.readings = readings;
  }

  PageReading read(KeptPage page) {
    Optional<Source> known = Source.find(page.source());
    if (known.isEmpty()) {
      return new Refused(PageState.UNKNOWN, PageRefusal.UNKNOWN_SOURCE);
    }
    return snapshots
        .find(page.snapshotKey())
        .map(bytes -> read(page, known.get(), bytes))
        .orElseGet(() -> new Refused(PageState.UNREACHED, PageRefusal.SNAPSHOT_GONE));
  }

  /// What it reads is kept before anybody acts on it: a later parser is compared with that.
  private PageReading read(KeptPage page, Source source, byte[] bytes) {
    PageReading reading = page.read(source, bytes);
    readings.keep(KeptReading.of(page, PageParser.of(source).version(), reading));
    return reading;
  }

  JobReading read(JobBoard board, KeptPage kept) {
    return snapshots
        .find(kept.snapshotKey())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> new JobPage(board, kept.url(), text, kept.fetchedAt()))
        .map(page -> kept.withheld().from(JobPageParser.of(board).read(page)))
        .orElseGet(() -> new JobReading.Refused(PageState.UNREACHED, PageRefusal.SNAPSHOT_GONE));
  }
}
