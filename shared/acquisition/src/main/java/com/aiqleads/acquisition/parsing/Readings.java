package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.parsing.Conflict.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Reads each field in every place where its page shows it: believes the first, and remembers where
/// another says something else.
final class Readings {

  private final List<Conflict> conflicts = new ArrayList<>();

  /// What one place says of a field; null where it says nothing.
  record Said<T>(String path, @Nullable T value) {}

  <T> @Nullable T of(String field, List<Said<T>> places) {
    return of(field, Objects::equals, places);
  }

  <T> @Nullable T of(String field, BiPredicate<T, T> agree, List<Said<T>> places) {
    T believed = null;
    List<Reading> readings = new ArrayList<>();
    for (Said<T> place : places) {
      T value = place.value();
      if (value != null && (believed == null || !agree.test(believed, value))) {
        readings.add(reading(place.path(), value));
        believed = believed == null ? value : believed;
      }
    }
    if (readings.size() > 1) {
      conflicts.add(new Conflict(field, readings));
    }
    return believed;
  }

  List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  private static Reading reading(String path, Object value) {
    return new Reading(path, Figures.shortened(value.toString(), Bounds.MAX_LINE_LENGTH));
  }
}
