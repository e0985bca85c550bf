package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.watching.Objection.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares a batch with what its scope used to say. Every test says how likely the difference is
/// by mere luck; below one in 500,000 it is none.
public final class Judge {

  static final double LUCK = 2e-6;

  /// Fewer are not enough to tell drift from luck.
  public static final int LEAST_RECORDS = 5;

  /// Searches sort: a batch may be the cheapest, but not of another shape.
  private static final double LEAST_DISTANCE = 0.6;

  private static final double OUTSIDE_BY_LUCK = 0.05;
  private static final double CHANGED_BY_THEMSELVES = 0.05;
  private static final double MUCH = Math.log(1.5);
  private static final double CROSSED_BY_LUCK = 0.05;

  /// A place that nearly always holds a value, and one that hardly ever does.
  private static final double FIRM = 0.9;

  private static final double SHAKEN = 0.3;

  private final Profile usual;
  private final Batch batch;
  private final List<Objection> objections = new ArrayList<>();

  private Judge(Profile usual, Batch batch) {
    this.usual = usual;
    this.batch = batch;
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
      if (field.isNumber()) {
        range(field);
        shape(field);
      }
      if (field.isText()) {
        sameness(field);
        crossed(field, records);
      }
      known(field, records);
    }
    turned();
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

  private void range(Field field) {
    double[] before = scaled(field, usual.numbers(field));
    double[] now = scaled(field, batch.numbers(field));
    if (before.length < Profile.LEAST_KNOWN || now.length < LEAST_RECORDS) {
      return;
    }
    Arrays.sort(before);
    double low = before[before.length / 50];
    double high = before[before.length - 1 - before.length / 50];
    double slack =
        Math.max((high - low) / 3, field.isPlace() ? 0.5 : field.isProportional() ? 0.3 : 1);
    int outside =
        (int) Arrays.stream(now).filter(each -> each < low - slack || each > high + slack).count();
    if (Chance.atLeast(outside, now.length, OUTSIDE_BY_LUCK) < LUCK) {
      object(
          Layer.RECORD,
          field.id(),
          "%d of %d are out of the usual range: %s instead of %s to %s"
              .formatted(
                  outside,
                  now.length,
                  plain(median(batch.numbers(field))),
                  plain(unscaled(field, low)),
                  plain(unscaled(field, high))));
    }
  }

  private void shape(Field field) {
    double[] before = usual.numbers(field);
    double[] now = batch.numbers(field);
    if (!field.hasShape() || before.length < Profile.LEAST_KNOWN || now.length < LEAST_RECORDS) {
      return;
    }
    double distance = Chance.distance(before, now);
    if (distance >= LEAST_DISTANCE
        && isMuch(field, median(before), median(now))
        && Chance.ofDistance(distance, before.length, now.length) < LUCK) {
      object(
          Layer.BATCH,
          field.id(),
          "distributed otherwise: about %s, usually %s (distance %.2f)"
              .formatted(plain(median(now)), plain(median(before)), distance));
    }
  }

  /// The cheapest homes cost less for each foot, too, but not by half.
  private static boolean isMuch(Field field, double before, double now) {
    return !field.isProportional() || Math.abs(Math.log((now + 1) / (before + 1))) > MUCH;
  }

  /// A title that all have is the site's, not the advertisements'.
  private void sameness(Field field) {
    long most = most(batch.records(), field);
    double usually = (double) most(usual.known(), field) / usual.known().size();
    if (Chance.atLeast((int) most, batch.records().size(), Math.max(0.2, usually * 1.5)) < LUCK) {
      object(
          Layer.BATCH,
          field.id(),
          "%d of %d say the same, usually %s"
              .formatted(most, batch.records().size(), percent(usually)));
    }
  }

  private static long most(List<Sighted> records, Field field) {
    return records.stream()
        .filter(each -> each.has(field.id()))
        .collect(
            Collectors.groupingBy(each -> each.values().get(field.id()), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(count -> count)
        .max()
        .orElse(0);
  }

  /// What of this field is only known of another.
  private void crossed(Field field, List<Sighted> records) {
    Set<String> own = marks(List.of(field));
    Set<String> others =
        marks(
            Arrays.stream(Field.values())
                .filter(other -> other.isText() && other != field)
                .toList());
    int crossed =
        (int)
            records.stream()
                .flatMap(each -> Stream.ofNullable(each.values().get(field.id())))
                .filter(mark -> others.contains(mark) && !own.contains(mark))
                .count();
    if (Chance.atLeast(crossed, records.size(), CROSSED_BY_LUCK) < LUCK) {
      object(
          Layer.BATCH,
          field.id(),
          "%d of %d records have what another field used to say"
              .formatted(crossed, records.size()));
    }
  }

  private Set<String> marks(List<Field> fields) {
    return usual.known().stream()
        .flatMap(
            each ->
                fields.stream().flatMap(field -> Stream.ofNullable(each.values().get(field.id()))))
        .collect(Collectors.toSet());
  }

  /// Rooms that have changed places turn the sign of their difference: how much likelier are the
  /// differences turned than as they are? Luck makes that ratio so large as rarely as it says.
  private void turned() {
    double[] before = usual.numbers(Field.BEDROOMS_OVER_BATHROOMS);
    double[] now = batch.numbers(Field.BEDROOMS_OVER_BATHROOMS);
    if (before.length < Profile.LEAST_KNOWN) {
      return;
    }
    double ratio =
        Arrays.stream(now)
            .map(each -> Math.log(likely(before, -each) / likely(before, each)))
            .sum();
    if (ratio > -Math.log(LUCK)) {
      object(
          Layer.BATCH,
          Field.BEDROOMS.id(),
          "bedrooms and bathrooms have probably changed places in %d records"
              .formatted(now.length));
    }
  }

  /// What was never seen may come all the same.
  private static double likely(double[] seen, double value) {
    long count = Arrays.stream(seen).filter(each -> each == value).count();
    return (count + 0.5) / (seen.length + 1);
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
        : field.isProportional() ? isMuch(field, then, today) : then != today;
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
    objections.add(new Objection(layer, subject, text, true));
  }

  private static double[] scaled(Field field, double[] values) {
    return field.isProportional()
        ? Arrays.stream(values).map(each -> Math.log(Math.max(each, 0.01))).toArray()
        : values.clone();
  }

  private static double unscaled(Field field, double value) {
    return field.isProportional() ? Math.exp(value) : value;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  static String plain(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
