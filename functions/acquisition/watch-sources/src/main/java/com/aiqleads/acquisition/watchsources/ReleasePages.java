package com.aiqleads.acquisition.watchsources;

import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.Leaves;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.watching.Batch;
import com.aiqleads.acquisition.watching.Looked;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.Sightings;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.Watched.Verdict;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Publisher;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks again at withheld pages when another parser reads them, or when a person has said that
/// what they say is right; and lets them go on if all is as usual then.
@Singleton
final class ReleasePages {

  /// At a time: they are held in memory together.
  private static final int HANDFUL = 24;

  private static final Duration QUIET = Duration.ofHours(6);

  private final WatchBook book;
  private final Snapshots snapshots;
  private final PageParsers parsers;
  private final InstantSource clock;

  ReleasePages(WatchBook book, Snapshots snapshots, PageParsers parsers, InstantSource clock) {
    this.book = book;
    this.snapshots = snapshots;
    this.parsers = parsers;
    this.clock = clock;
  }

  void of(Scope scope, Publisher publisher) {
    Watched watched = book.find(scope);
    String version = Sightings.versionOf(parsers, scope.source()).orElse("");
    List<WithheldPage> pages =
        book.withheld(scope).stream()
            .filter(page -> !watched.usual().isLearnt() || !page.parserVersion().equals(version))
            .limit(HANDFUL)
            .toList();
    if (!pages.isEmpty()) {
      release(scope, watched, pages, publisher);
    }
  }

  /// A search whose results only lead to other pages teaches nothing: it is well again when it has
  /// shown nothing unreadable for some hours.
  void lift(Scope scope) {
    Watched watched = book.find(scope);
    boolean isOver =
        watched
            .inQuarantine()
            .filter(quarantine -> quarantine.since().isBefore(clock.instant().minus(QUIET)))
            .isPresent();
    if (isOver
        && !watched.usual().isLearnt()
        && book.reports(scope, clock.instant().minus(QUIET)).isEmpty()) {
      book.change(scope, Watched::lifted);
    }
  }

  private void release(
      Scope scope, Watched watched, List<WithheldPage> pages, Publisher publisher) {
    List<Looked> looked = new ArrayList<>();
    pages.forEach(page -> look(page).ifPresent(looked::add));
    Batch batch = new Batch(scope.kind(), looked);
    Verdict verdict = watched.judge(batch, clock.instant());
    if (verdict.passes()) {
      pages.forEach(page -> publisher.publish(fetched(page), journey(page)));
      publisher.flush();
      book.release(scope, pages.stream().map(WithheldPage::id).toList());
    } else {
      // Not again by this parser.
      String version = Sightings.versionOf(parsers, scope.source()).orElse("");
      book.withhold(scope, pages.stream().map(page -> page.readBy(version)).toList());
    }
    book.change(scope, before -> before.judge(batch, clock.instant()).after());
  }

  private Optional<Looked> look(WithheldPage page) {
    Sightings sightings = Sightings.parsed(parsers, _ -> Withholding.of(page.withheld()));
    return snapshots
        .find(page.snapshotKey())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(
            text ->
                sightings
                    .of(page.source(), page.address(), text, page.fetchedAt())
                    .map(
                        sighting ->
                            new Looked(page.address(), sighting, Leaves.of(text, page.address()))));
  }

  /// The journey that it would have begun when it was fetched.
  private static CorrelationId journey(WithheldPage page) {
    return new CorrelationId(Ids.derived("correlation", page.id().text()));
  }

  private static PageFetched fetched(WithheldPage page) {
    return new PageFetched(
        page.id(),
        page.source(),
        page.market(),
        page.address(),
        page.snapshotKey(),
        page.contentType(),
        page.contentHash(),
        page.fetchedAt(),
        page.withheld());
  }
}
