package com.aiqleads.local.product;

import com.aiqleads.acquisition.crawling.Announcements;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.RobotsEvidence;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.watching.GuardedPages;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.Sighted;
import com.aiqleads.acquisition.watching.Sightings;
import com.aiqleads.acquisition.watching.SourceCondition;
import com.aiqleads.kernel.PageId;
import com.aiqleads.local.product.DriftPages.Place;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shows pages of a source to the guard as a scraper does, and looks at what it tells on.
///
/// @param calm what each page says when nothing has drifted, by its address
record GuardTrial(String source, Map<String, String> calm, Sightings sightings) {

  private static final String MARKET = "miami-fl";

  /// What a handful of pages came to.
  record Outcome(int harmed, int wrong, Optional<Quarantine> quarantine) {}

  Outcome show(List<Place> places, Map<String, String> shown, MemoryWatchBook book) {
    Told told = new Told();
    GuardedPages pages =
        new GuardedPages(told, book, sightings, _ -> List.of(), InstantSource.system());
    for (Place place : places) {
      PageState state =
          PageState.discovered(new Target(source, MARKET), place.address(), place.kind());
      FetchedPage page = page(place, text(shown, place));
      pages.fetched(state.nextPageId(page), state, page, "key");
    }
    pages.flush();
    int harmed = 0;
    int wrong = 0;
    for (Place place : places) {
      int differ = differ(place, shown);
      harmed += differ;
      wrong += told.addresses.contains(place.address()) ? differ : 0;
    }
    Scope scope = new Scope(source, MARKET, kind(places.getFirst()));
    Optional<Quarantine> quarantine = book.find(scope).inQuarantine();
    boolean rings = rings(scope, quarantine);
    if (rings != quarantine.isPresent()) {
      throw new IllegalStateException("no alarm for a quarantine of " + scope);
    }
    return new Outcome(harmed, wrong, quarantine);
  }

  private boolean rings(Scope scope, Optional<Quarantine> quarantine) {
    Map<Scope, Quarantine> quarantined = new HashMap<>();
    quarantine.ifPresent(each -> quarantined.put(scope, each));
    return !new SourceCondition(source, Optional.empty(), quarantined)
        .changes(List.of(), Instant.now())
        .isEmpty();
  }

  private static Scope.Kind kind(Place place) {
    return place.kind() == PageState.Kind.RESULTS ? Scope.Kind.RESULTS : Scope.Kind.LISTING;
  }

  /// Of the advertisements of a page, those that are lost, new or not the same.
  private int differ(Place place, Map<String, String> shown) {
    Map<String, Sighted> before = records(place, text(calm, place));
    Map<String, Sighted> after = records(place, text(shown, place));
    Set<String> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    return (int)
            all.stream()
                .filter(id -> after.containsKey(id) && !after.get(id).equals(before.get(id)))
                .count()
        + (int) all.stream().filter(id -> !after.containsKey(id)).count();
  }

  private Map<String, Sighted> records(Place place, String text) {
    Map<String, Sighted> records = new HashMap<>();
    sightings
        .of(source, place.address(), text, Instant.EPOCH)
        .ifPresent(page -> page.records().forEach(record -> records.put(record.id(), record)));
    return records;
  }

  private static String text(Map<String, String> texts, Place place) {
    return texts.getOrDefault(place.address(), "");
  }

  private static FetchedPage page(Place place, String text) {
    URI address = URI.create("http://127.0.0.1" + place.address());
    return new FetchedPage(
        PageRequest.get(address),
        address,
        200,
        "text/html",
        Validators.NONE,
        PageBytes.of(text),
        Instant.now(),
        new RobotsEvidence(address, 404, PageBytes.of(""), Instant.now()));
  }

  /// Remembers what it was told.
  private static final class Told implements Announcements {

    private final List<String> addresses = new ArrayList<>();

    @Override
    public void fetched(PageId id, PageState state, FetchedPage page, String snapshotKey) {
      addresses.add(state.address());
    }

    @Override
    public void refused(
        PageId id,
        Target target,
        String address,
        FetchedPage page,
        String snapshotKey,
        PageRefusal reason) {
      throw new IllegalStateException("nothing is refused here");
    }

    @Override
    public void vanished(PageId id, PageState state, FetchedPage page, String snapshotKey) {
      throw new IllegalStateException("nothing vanishes here");
    }

    @Override
    public void flush() {
      // All is told at once.
    }
  }
}
