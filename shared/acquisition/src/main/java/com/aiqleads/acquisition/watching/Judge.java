package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.watching.Objection.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Compares a batch with what its scope used to say. Every test says how likely the difference is
/// by mere luck; below one in 500,000 it is none.
public final class Judge {

  static final double LUCK = 2e-6;

  /// Fewer are not enough to tell drift from luck.
  public static final int LEAST_RECORDS = 5;

  private static final double CHANGED_BY_THEMSELVES = 0.05;

  /// A place that nearly always holds a value, and one that hardly ever does.
  private static final double FIRM = 0.9;

  private static final double SHAKEN = 0.3;

  private final Profile usual;
  private final Batch batch;
  private final NumberJudge numbers;
  private final TextJudge texts;
  private final List<Objection> objections = new ArrayList<>();

  private Judge(Profile usual, Batch batch) {
    this.usual = usual;
    this.batch = batch;
    this.numbers = new NumberJudge(usual, batch);
    this.texts = new TextJudge(usual, batch);
  }

  /// Nothing, if it is as usual or if nobody knows yet what is usual.
  public static List<Objection> objections(Profile usual, Batch batch) {
    Judge judge = new Judge(usual, batch);
    judge.states();
    if (usual.isLearnt()) {
      judge.fields();
      judge.structure();
    }
    return List.copyOf(judge.objections);
  }

  private void states() {
    int pages = batch.pages().size();
    int unreadable = batch.unreadable();
    double usually =
        usual.outcomes().keySet().stream()
            .filter(outcome -> new Sighting("", outcome, List.of()).isUnreadable())
            .mapToDouble(usual::share)
            .sum();
    boolean isKnown = usual.pages() >= Profile.LEAST_KNOWN;
    if (batch.isLost() || (isKnown && isNoLuck(unreadable, pages, usually))) {
      object(
          Layer.STATE,
          "unreadable",
          "%d of %d pages cannot be read, usually %s"
              .formatted(unreadable, pages, percent(usually)));
    }
    if (isKnown) {
      batch.outcomes().forEach((outcome, count) -> state(outcome, count, pages));
    }
  }

  /// A site that takes all homes for sold ends the leads of all.
  private void state(String outcome, int count, int pages) {
    boolean isRefusal = !outcome.equals(Sighting.READ);
    double share = usual.share(outcome);
    if (isRefusal
        && !new Sighting("", outcome, List.of()).isUnreadable()
        && isNoLuck(count, pages, share)) {
      object(
          Layer.STATE,
          outcome,
          "%d of %d pages are %s, usually %s".formatted(count, pages, outcome, percent(share)));
    }
  }

  private static boolean isNoLuck(int count, int of, double usually) {
    return Chance.atLeast(count, of, Math.max(0.03, usually * 1.5)) < LUCK;
  }

  private void fields() {
    List<Sighted> records = batch.records();
    if (records.size() < LEAST_RECORDS) {
      return;
    }
    for (Field field : Field.values()) {
      filled(field, records.size());
      numbers.of(field).forEach(objections::add);
      texts.of(field).forEach(objections::add);
      known(field, records);
    }
    numbers.turned().ifPresent(objections::add);
  }

  private void filled(Field field, int records) {
    double usually = usual.fill(field.id());
    int there = batch.filled(field.id());
    if (usually > 0.1 && field.isShown() && Chance.atMost(there, records, usually * 0.85) < LUCK) {
      object(
          Layer.BATCH,
          field.id(),
          "only %d of %d records have it, usually %s".formatted(there, records, percent(usually)));
    }
  }

  /// The golden canary: what was known of the same advertisements, and hardly ever changes.
  private void known(Field field, List<Sighted> records) {
    int both = 0;
    int changed = 0;
    for (Sighted now : records) {
      Optional<Sighted> before = usual.known(now.id());
      if (field.isShown()
          && now.has(field.id())
          && before.filter(each -> each.has(field.id())).isPresent()) {
        both++;
        changed += isAnother(field, before.get(), now) ? 1 : 0;
      }
    }
    if (Chance.atLeast(changed, both, CHANGED_BY_THEMSELVES) < LUCK) {
      object(
          Layer.RECORD,
          field.id(),
          "of %d advertisements that were known, %d say something else now"
              .formatted(both, changed));
    }
  }

  private static boolean isAnother(Field field, Sighted before, Sighted now) {
    if (!field.isNumber()) {
      return field.isText()
          && !Objects.equals(before.values().get(field.id()), now.values().get(field.id()));
    }
    double then = before.number(field).orElseThrow();
    double today = now.number(field).orElseThrow();
    return field.isPlace()
        ? Math.abs(then - today) > 0.05
        : field.isProportional() ? NumberJudge.isMuch(field, then, today) : then != today;
  }

  /// The same value used to stand at several places. One that says something else now contradicts
  /// what was read; one that is no more is only worth a look.
  private void structure() {
    Set<String> there = batch.allPlaces();
    Map<String, Map<String, Double>> now = batch.places();
    usual
        .places()
        .forEach(
            (field, places) -> {
              Map<String, Double> today = now.get(field);
              if (today != null && batch.filled(field) >= LEAST_RECORDS) {
                places.entrySet().stream()
                    .filter(place -> place.getValue() > FIRM)
                    .filter(place -> today.getOrDefault(place.getKey(), 0.0) < SHAKEN)
                    .forEach(place -> moved(field, place.getKey(), there));
              }
            });
  }

  private void moved(String field, String place, Set<String> there) {
    boolean contradicts = there.contains(place);
    String text = place + (contradicts ? " contradicts what was read" : " is there no more");
    objections.add(new Objection(Layer.STRUCTURE, field, text, contradicts));
  }

  private void object(Layer layer, String subject, String text) {
    objections.add(Objection.grave(layer, subject, text));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
