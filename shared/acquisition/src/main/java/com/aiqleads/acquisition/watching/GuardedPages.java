package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.crawling.Announcements;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.Leaves;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.watching.Watched.Verdict;
import com.aiqleads.kernel.PageId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds pages back until the handful that they came with has been looked at, and tells of them
/// then, or does not: nothing goes on to the next step of a source that has begun to say something
/// else. What is known of a scope changes before anything of it may be lost.
public final class GuardedPages implements Announcements {

  private static final Set<PageRefusal> UNREADABLE =
      Set.of(PageRefusal.UNKNOWN, PageRefusal.MALFORMED);

  private final Announcements told;
  private final WatchBook book;
  private final Sightings sightings;
  private final Withheld withheld;
  private final InstantSource clock;
  private final Map<Scope, List<Held>> held = new LinkedHashMap<>();

  /// What of a source's pages must not be taken.
  public interface Withheld {
    List<String> of(String source);
  }

  /// A page that waits; one that was refused already waits for nothing but to be counted.
  private record Held(Looked looked, Optional<Announced> announced) {}

  private record Announced(PageId id, PageState state, FetchedPage page, String snapshotKey) {}

  public GuardedPages(
      Announcements told,
      WatchBook book,
      Sightings sightings,
      Withheld withheld,
      InstantSource clock) {
    this.told = told;
    this.book = book;
    this.sightings = sightings;
    this.withheld = withheld;
    this.clock = clock;
  }

  @Override
  public void fetched(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    String text = page.body().asUtf8();
    String source = state.target().source();
    sightings
        .of(source, state.address(), text, page.fetchedAt())
        .ifPresentOrElse(
            sighting ->
                hold(
                    Scope.of(state),
                    new Held(
                        new Looked(state.address(), sighting, Leaves.of(text, state.address())),
                        Optional.of(new Announced(id, state, page, snapshotKey)))),
            () -> told.fetched(id, state, page, snapshotKey));
  }

  @Override
  public void refused(
      PageId id,
      Target target,
      String address,
      FetchedPage page,
      String snapshotKey,
      PageRefusal reason) {
    told.refused(id, target, address, page, snapshotKey, reason);
    if (UNREADABLE.contains(reason)) {
      Sighting sighting = new Sighting("", reason.code(), List.of());
      Leaves leaves = Leaves.of(page.body().asUtf8(), address);
      hold(
          Scope.results(target), new Held(new Looked(address, sighting, leaves), Optional.empty()));
    }
  }

  @Override
  public void vanished(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    told.vanished(id, state, page, snapshotKey);
  }

  private synchronized void hold(Scope scope, Held page) {
    held.computeIfAbsent(scope, _ -> new ArrayList<>()).add(page);
  }

  @Override
  public synchronized void flush() {
    Map<Scope, List<Held>> batches = new LinkedHashMap<>(held);
    held.clear();
    batches.forEach(this::judge);
    told.flush();
  }

  private void judge(Scope scope, List<Held> pages) {
    Batch batch = new Batch(scope.kind(), pages.stream().map(Held::looked).toList());
    Verdict verdict = book.find(scope).judge(batch, clock.instant());
    List<Announced> announced = pages.stream().flatMap(page -> page.announced().stream()).toList();
    if (verdict.passes()) {
      announced.forEach(each -> told.fetched(each.id, each.state, each.page, each.snapshotKey));
    } else {
      book.withhold(
          scope,
          pages.stream()
              .flatMap(page -> page.announced().map(each -> withheld(each, page.looked())).stream())
              .toList());
    }
    book.change(scope, watched -> watched.judge(batch, clock.instant()).after());
    book.keep(scope, BatchReport.of(batch, verdict, clock.instant()));
  }

  private WithheldPage withheld(Announced page, Looked looked) {
    Target target = page.state.target();
    return new WithheldPage(
        page.id,
        target.source(),
        target.market(),
        page.state.address(),
        page.snapshotKey,
        page.page.contentType(),
        page.page.body().hash(),
        page.page.fetchedAt(),
        looked.sighting().parserVersion(),
        withheld.of(target.source()));
  }
}
