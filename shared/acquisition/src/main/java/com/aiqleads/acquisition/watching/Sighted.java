package com.aiqleads.acquisition.watching;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was read of one advertisement, field by field: figures as they are, texts as a mark by
/// which the same text is known again, so that nobody is named here.
///
/// @param id by which the site knows it
public record Sighted(String id, SortedMap<String, String> values) {

  public Sighted {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  OptionalDouble number(Field field) {
    String value = values.get(field.id());
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  /// A text's mark: the same for the same words, whatever stands between them.
  static String mark(String text) {
    return Integer.toHexString(
        text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT).hashCode());
  }

  static Sighted of(String id, Map<String, String> values) {
    return new Sighted(id, new TreeMap<>(values));
  }
}
