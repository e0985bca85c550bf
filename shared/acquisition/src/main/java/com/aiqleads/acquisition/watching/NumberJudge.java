package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.watching.Objection.Layer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares the numbers of a batch with those that were usual.
record NumberJudge(Profile usual, Batch batch) {

  /// Searches sort: a batch may be the cheapest, but not of another shape.
  private static final double LEAST_DISTANCE = 0.6;

  private static final double OUTSIDE_BY_LUCK = 0.05;
  private static final double MUCH = Math.log(1.5);

  Stream<Objection> of(Field field) {
    return field.isNumber()
        ? Stream.of(range(field), shape(field)).flatMap(Optional::stream)
        : Stream.empty();
  }

  private Optional<Objection> range(Field field) {
    double[] before = scaled(field, usual.numbers(field));
    double[] now = scaled(field, batch.numbers(field));
    if (before.length < Profile.LEAST_KNOWN || now.length < Judge.LEAST_RECORDS) {
      return Optional.empty();
    }
    Arrays.sort(before);
    double low = before[before.length / 50];
    double high = before[before.length - 1 - before.length / 50];
    double slack =
        Math.max((high - low) / 3, field.isPlace() ? 0.5 : field.isProportional() ? 0.3 : 1);
    int outside =
        (int) Arrays.stream(now).filter(each -> each < low - slack || each > high + slack).count();
    if (Chance.atLeast(outside, now.length, OUTSIDE_BY_LUCK) < Judge.LUCK) {
      return Optional.of(
          Objection.grave(
              Layer.RECORD,
              field.id(),
              "%d of %d are out of the usual range: %s instead of %s to %s"
                  .formatted(
                      outside,
                      now.length,
                      plain(median(batch.numbers(field))),
                      plain(unscaled(field, low)),
                      plain(unscaled(field, high)))));
    }
    return Optional.empty();
  }

  private Optional<Objection> shape(Field field) {
    double[] before = usual.numbers(field);
    double[] now = batch.numbers(field);
    if (!field.hasShape()
        || before.length < Profile.LEAST_KNOWN
        || now.length < Judge.LEAST_RECORDS) {
      return Optional.empty();
    }
    double distance = Chance.distance(before, now);
    if (distance >= LEAST_DISTANCE
        && isMuch(field, median(before), median(now))
        && Chance.ofDistance(distance, before.length, now.length) < Judge.LUCK) {
      return Optional.of(
          Objection.grave(
              Layer.BATCH,
              field.id(),
              "distributed otherwise: about %s, usually %s (distance %.2f)"
                  .formatted(plain(median(now)), plain(median(before)), distance)));
    }
    return Optional.empty();
  }

  /// The cheapest homes cost less for each foot, too, but not by half.
  static boolean isMuch(Field field, double before, double now) {
    return !field.isProportional() || Math.abs(Math.log((now + 1) / (before + 1))) > MUCH;
  }

  /// Rooms that have changed places turn the sign of their difference: how much likelier are the
  /// differences turned than as they are? Luck makes that ratio so large as rarely as it says.
  Optional<Objection> turned() {
    double[] before = usual.numbers(Field.BEDROOMS_OVER_BATHROOMS);
    double[] now = batch.numbers(Field.BEDROOMS_OVER_BATHROOMS);
    if (before.length < Profile.LEAST_KNOWN) {
      return Optional.empty();
    }
    double ratio =
        Arrays.stream(now)
            .map(each -> Math.log(likely(before, -each) / likely(before, each)))
            .sum();
    if (ratio > -Math.log(Judge.LUCK)) {
      return Optional.of(
          Objection.grave(
              Layer.BATCH,
              Field.BEDROOMS.id(),
              "bedrooms and bathrooms have probably changed places in %d records"
                  .formatted(now.length)));
    }
    return Optional.empty();
  }

  /// What was never seen may come all the same.
  private static double likely(double[] seen, double value) {
    long count = Arrays.stream(seen).filter(each -> each == value).count();
    return (count + 0.5) / (seen.length + 1);
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

  private static String plain(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
