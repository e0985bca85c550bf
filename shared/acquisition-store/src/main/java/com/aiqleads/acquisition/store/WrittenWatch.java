package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.Profile;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Sighted;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is watched, as it stands in items.
final class WrittenWatch {

  private WrittenWatch() {}

  @Serdeable
  record State(
      String parserVersion,
      Map<String, Double> outcomes,
      Map<String, Map<String, Double>> places,
      List<Known> known,
      @Nullable Held quarantine) {

    static State of(Watched watched) {
      Profile usual = watched.usual();
      return new State(
          usual.parserVersion(),
          new TreeMap<>(usual.outcomes()),
          new TreeMap<>(usual.places()),
          usual.known().stream()
              .map(each -> new Known(each.id(), new TreeMap<>(each.values())))
              .toList(),
          watched.inQuarantine().map(Held::of).orElse(null));
    }

    Watched watched() {
      SortedMap<String, SortedMap<String, Double>> sorted = new TreeMap<>();
      places.forEach((field, shares) -> sorted.put(field, new TreeMap<>(shares)));
      return new Watched(
          new Profile(
              parserVersion,
              new TreeMap<>(outcomes),
              sorted,
              known.stream()
                  .map(each -> new Sighted(each.id, new TreeMap<>(each.values)))
                  .toList()),
          quarantine == null ? null : quarantine.quarantine());
    }
  }

  @Serdeable
  record Known(String id, Map<String, String> values) {}

  @Serdeable
  record Held(
      Instant since, String parserVersion, List<String> objections, List<String> proposals) {

    static Held of(Quarantine quarantine) {
      return new Held(
          quarantine.since(),
          quarantine.parserVersion(),
          quarantine.objections(),
          quarantine.proposals());
    }

    Quarantine quarantine() {
      return new Quarantine(since, parserVersion, objections, proposals);
    }
  }

  @Serdeable
  record Report(
      Instant at,
      int pages,
      int records,
      Map<String, Integer> outcomes,
      Map<String, Double> fill,
      Map<String, Double> medians,
      boolean passed,
      List<String> objections) {

    static Report of(BatchReport report) {
      return new Report(
          report.at(),
          report.pages(),
          report.records(),
          new TreeMap<>(report.outcomes()),
          new TreeMap<>(report.fill()),
          new TreeMap<>(report.medians()),
          report.passed(),
          report.objections());
    }

    BatchReport report() {
      return new BatchReport(
          at,
          pages,
          records,
          new TreeMap<>(outcomes),
          new TreeMap<>(fill),
          new TreeMap<>(medians),
          passed,
          objections);
    }
  }

  @Serdeable
  record Page(
      String id,
      String source,
      String market,
      String address,
      String snapshotKey,
      String contentType,
      String contentHash,
      Instant fetchedAt,
      String parserVersion,
      List<String> withheld) {

    static Page of(WithheldPage page) {
      return new Page(
          page.id().text(),
          page.source(),
          page.market(),
          page.address(),
          page.snapshotKey(),
          page.contentType(),
          page.contentHash(),
          page.fetchedAt(),
          page.parserVersion(),
          page.withheld());
    }

    WithheldPage page() {
      return new WithheldPage(
          PageId.parse(id),
          source,
          market,
          address,
          snapshotKey,
          contentType,
          contentHash,
          fetchedAt,
          parserVersion,
          withheld);
    }
  }
}
