package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.parsing.Readings.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the answers of a page say of one advertisement, each by itself, and where they differ.
final class FacebookAnswers {

  private final List<Json> targets;
  private final Readings readings = new Readings();

  FacebookAnswers(List<Json> targets) {
    this.targets = List.copyOf(targets);
  }

  Stream<Json> all() {
    return targets.stream();
  }

  Stream<String> texts(String name) {
    return all().flatMap(part -> Stream.ofNullable(part.get(name).text()));
  }

  @Nullable String text(String name) {
    return texts(name).findFirst().orElse(null);
  }

  <T> @Nullable T said(String field, String path, Function<Json, @Nullable T> reading) {
    return said(field, Objects::equals, path, reading, List.of());
  }

  /// What each part says, and then what is said beside them.
  <T> @Nullable T said(
      String field,
      BiPredicate<T, T> agree,
      String path,
      Function<Json, @Nullable T> reading,
      List<Said<T>> beside) {
    List<Said<T>> places = new ArrayList<>();
    all().forEach(part -> places.add(new Said<>(path, reading.apply(part))));
    places.addAll(beside);
    return readings.of(field, agree, places);
  }

  List<Conflict> conflicts() {
    return readings.conflicts();
  }
}
