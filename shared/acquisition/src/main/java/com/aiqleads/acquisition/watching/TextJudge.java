package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.watching.Objection.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares the texts of a batch with those that were usual.
record TextJudge(Profile usual, Batch batch) {

  private static final double CROSSED_BY_LUCK = 0.05;

  Stream<Objection> of(Field field) {
    return field.isText()
        ? Stream.of(sameness(field), crossed(field)).flatMap(Optional::stream)
        : Stream.empty();
  }

  /// A title that all have is the site's, not the advertisements'.
  private Optional<Objection> sameness(Field field) {
    long most = most(batch.records(), field);
    double usually = (double) most(usual.known(), field) / usual.known().size();
    if (Chance.atLeast((int) most, batch.records().size(), Math.max(0.2, usually * 1.5))
        < Judge.LUCK) {
      return Optional.of(
          Objection.grave(
              Layer.BATCH,
              field.id(),
              "%d of %d say the same, usually %s"
                  .formatted(most, batch.records().size(), Judge.percent(usually))));
    }
    return Optional.empty();
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
  private Optional<Objection> crossed(Field field) {
    List<Sighted> records = batch.records();
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
    if (Chance.atLeast(crossed, records.size(), CROSSED_BY_LUCK) < Judge.LUCK) {
      return Optional.of(
          Objection.grave(
              Layer.BATCH,
              field.id(),
              "%d of %d records have what another field used to say"
                  .formatted(crossed, records.size())));
    }
    return Optional.empty();
  }

  private Set<String> marks(List<Field> fields) {
    return usual.known().stream()
        .flatMap(
            each ->
                fields.stream().flatMap(field -> Stream.ofNullable(each.values().get(field.id()))))
        .collect(Collectors.toSet());
  }
}
