package com.aiqleads.local.product;

import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Sightings;
import com.aiqleads.local.product.DriftPages.Place;
import com.aiqleads.local.product.GuardTrial.Outcome;
import com.aiqleads.local.sandbox.Drift;
import com.aiqleads.local.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets every sandbox site drift in every way that it can, calm before and calm after. A drift that
/// loses or changes what is read must ring an alarm with its first batch, and no record that is
/// lost or changed may be told on; calm pages ring none, and the quarantine ends with the drift.
final class DriftProof {

  private static final int HOMES = 2_000;
  private static final int HANDFUL = 24;

  private final Sightings sightings = Sightings.parsed(_ -> Withholding.NOTHING);
  private int drifts;
  private int harmless;
  private int alarms;
  private int proposals;
  private int falseAlarms;
  private int stuck;
  private int missed;
  private int wrongRows;

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
    List<Place> known =
        places.stream().filter(place -> !calm.getOrDefault(place.address(), "").isEmpty()).toList();
    int handful = known.getFirst().kind() == PageState.Kind.RESULTS ? 1 : HANDFUL;
    List<Place> first = known.subList(0, known.size() - handful);
    List<Place> last = known.subList(known.size() - handful, known.size());
    GuardTrial trial = new GuardTrial(source, calm, sightings);
    MemoryWatchBook book = new MemoryWatchBook();
    for (int from = 0; from < first.size(); from += handful) {
      List<Place> part = first.subList(from, Math.min(from + handful, first.size()));
      Outcome outcome = trial.show(part, calm, book);
      falseAlarms += outcome.quarantine().isPresent() ? 1 : 0;
      outcome.quarantine().ifPresent(why -> System.out.println(source + " calm: " + why));
    }
    System.out.printf("%s: %d pages%n", source, known.size());
    List<Place> again = first.subList(0, Math.min(handful, first.size()));
    for (Drift drift : Drift.values()) {
      if (site.turn(source, drift, true)) {
        Map<String, String> drifted = new HashMap<>(texts(site, last));
        drifted.putAll(texts(site, again));
        site.turn(source, drift, false);
        tried(trial, drift, book.copy(), last, again, drifted);
      }
    }
  }

  /// Pages that nobody has seen, then some that were seen; then calm ones.
  private void tried(
      GuardTrial trial,
      Drift drift,
      MemoryWatchBook book,
      List<Place> fresh,
      List<Place> again,
      Map<String, String> drifted) {
    drifts++;
    Outcome batch = trial.show(fresh, drifted, book);
    Outcome next = trial.show(again, drifted, book);
    wrongRows += batch.wrong() + next.wrong();
    alarms += batch.quarantine().isPresent() ? 1 : 0;
    boolean isHarm = batch.harmed() > 0;
    harmless += isHarm ? 0 : 1;
    missed += isHarm && batch.quarantine().isEmpty() ? 1 : 0;
    Optional<Quarantine> why = next.quarantine().or(batch::quarantine);
    proposals += why.filter(each -> !each.proposals().isEmpty()).isPresent() ? 1 : 0;
    Outcome after = trial.show(fresh, trial.calm(), book);
    stuck += after.quarantine().isPresent() ? 1 : 0;
    System.out.printf(
        "%s %s: %d of the first batch harmed, %d told on; %s%n",
        trial.source(),
        drift.text(),
        batch.harmed(),
        batch.wrong() + next.wrong(),
        why.map(each -> each.objections() + " " + each.proposals()).orElse("no alarm"));
  }

  private static Map<String, String> texts(DriftPages site, List<Place> places) {
    Map<String, String> texts = new HashMap<>();
    places.forEach(place -> texts.put(place.address(), site.text(place)));
    return texts;
  }
}
