package com.aiqleads.local.product;

import com.aiqleads.acquisition.approving.Withholding;
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
import com.aiqleads.local.sandbox.Drift;
import com.aiqleads.local.sandbox.Sandbox;
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

/// Lets every sandbox site drift in every way that it can, calm before and calm after. A drift that
/// loses or changes what is read must ring an alarm with its first batch, and no record that is
/// lost or changed may be told on; calm pages ring none, and the quarantine ends with the drift.
final class DriftProof {

  private static final int HOMES = 2_000;
  private static final int HANDFUL = 24;
  private static final String MARKET = "miami-fl";

  private final Sightings sightings = Sightings.parsed(_ -> Withholding.NOTHING);
  private int drifts;
  private int harmless;
  private int alarms;
  private int proposals;
  private int falseAlarms;
  private int stuck;
  private int missed;
  private int wrongRows;

  /// What a handful of pages came to.
  private record Outcome(int harmed, int wrong, Optional<Quarantine> quarantine) {}

  Figures run() {
    try (Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, HOMES)) {
      ApiClient site = new ApiClient(sandbox.baseUri());
      site.post("/control/faults?fault=schedule&on=false", new byte[0]);
      DriftPages.SOURCES.forEach(source -> drift(source, new DriftPages(site)));
    }
    Figures figures =
        Figures.of()
            .with("drifts", drifts, "")
            .with("harmless", harmless, "")
            .with("alarms", alarms, "")
            .with("with-proposals", proposals, "")
            .with("false-alarms", falseAlarms, "")
            .with("stuck", stuck, "")
            .with("missed", missed, "")
            .with("wrong-rows", wrongRows, "");
    if (missed + wrongRows + falseAlarms + stuck > 0) {
      figures.print();
      throw new IllegalStateException("a drift was missed, told on, seen where none was or kept");
    }
    return figures;
  }

  private void drift(String source, DriftPages site) {
    List<Place> places = site.of(source, HOMES);
    Map<String, String> calm = texts(site, places);
    List<Place> known = places.stream().filter(place -> !text(calm, place).isEmpty()).toList();
    int handful = known.getFirst().kind() == PageState.Kind.RESULTS ? 1 : HANDFUL;
    List<Place> first = known.subList(0, known.size() - handful);
    List<Place> last = known.subList(known.size() - handful, known.size());
    MemoryWatchBook book = new MemoryWatchBook();
    for (int from = 0; from < first.size(); from += handful) {
      List<Place> part = first.subList(from, Math.min(from + handful, first.size()));
      Outcome outcome = shown(source, part, calm, calm, book);
      falseAlarms += outcome.quarantine.isPresent() ? 1 : 0;
      outcome.quarantine.ifPresent(why -> System.out.println(source + " calm: " + why));
    }
    System.out.printf("%s: %d pages%n", source, known.size());
    List<Place> again = first.subList(0, Math.min(handful, first.size()));
    for (Drift drift : Drift.values()) {
      if (site.turn(source, drift, true)) {
        Map<String, String> drifted = new HashMap<>(texts(site, last));
        drifted.putAll(texts(site, again));
        site.turn(source, drift, false);
        tried(source, drift, book.copy(), last, again, calm, drifted);
      }
    }
  }

  /// Pages that nobody has seen, then some that were seen; then calm ones.
  private void tried(
      String source,
      Drift drift,
      MemoryWatchBook book,
      List<Place> fresh,
      List<Place> again,
      Map<String, String> calm,
      Map<String, String> drifted) {
    drifts++;
    Outcome batch = shown(source, fresh, calm, drifted, book);
    Outcome next = shown(source, again, calm, drifted, book);
    wrongRows += batch.wrong + next.wrong;
    alarms += batch.quarantine.isPresent() ? 1 : 0;
    boolean isHarm = batch.harmed > 0;
    harmless += isHarm ? 0 : 1;
    missed += isHarm && batch.quarantine.isEmpty() ? 1 : 0;
    Optional<Quarantine> why = next.quarantine.or(() -> batch.quarantine);
    proposals += why.filter(each -> !each.proposals().isEmpty()).isPresent() ? 1 : 0;
    Outcome after = shown(source, fresh, calm, calm, book);
    stuck += after.quarantine.isPresent() ? 1 : 0;
    System.out.printf(
        "%s %s: %d of the first batch harmed, %d told on; %s%n",
        source,
        drift.text(),
        batch.harmed,
        batch.wrong + next.wrong,
        why.map(each -> each.objections() + " " + each.proposals()).orElse("no alarm"));
  }

  /// Shows pages to the guard as a scraper does, and looks at what it tells on.
  private Outcome shown(
      String source,
      List<Place> places,
      Map<String, String> calm,
      Map<String, String> shown,
      MemoryWatchBook book) {
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
      int differ = differ(source, place, text(calm, place), text(shown, place));
      harmed += differ;
      wrong += told.addresses.contains(place.address()) ? differ : 0;
    }
    Scope scope = new Scope(source, MARKET, kind(places.getFirst()));
    Optional<Quarantine> quarantine = book.find(scope).inQuarantine();
    boolean rings = rings(source, scope, quarantine);
    if (rings != quarantine.isPresent()) {
      throw new IllegalStateException("no alarm for a quarantine of " + scope);
    }
    return new Outcome(harmed, wrong, quarantine);
  }

  private static boolean rings(String source, Scope scope, Optional<Quarantine> quarantine) {
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
  private int differ(String source, Place place, String calm, String shown) {
    Map<String, Sighted> before = records(source, place, calm);
    Map<String, Sighted> after = records(source, place, shown);
    Set<String> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    return (int)
            all.stream()
                .filter(id -> after.containsKey(id) && !after.get(id).equals(before.get(id)))
                .count()
        + (int) all.stream().filter(id -> !after.containsKey(id)).count();
  }

  private Map<String, Sighted> records(String source, Place place, String text) {
    Map<String, Sighted> records = new HashMap<>();
    sightings
        .of(source, place.address(), text, Instant.EPOCH)
        .ifPresent(page -> page.records().forEach(record -> records.put(record.id(), record)));
    return records;
  }

  private static Map<String, String> texts(DriftPages site, List<Place> places) {
    Map<String, String> texts = new HashMap<>();
    places.forEach(place -> texts.put(place.address(), site.text(place)));
    return texts;
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
