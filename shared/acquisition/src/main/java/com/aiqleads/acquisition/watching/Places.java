package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.parsing.Leaves;
import com.aiqleads.acquisition.parsing.Leaves.Leaf;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Counts where on their pages the values of records stand.
final class Places {

  private static final Pattern NOT_OF_NUMBERS = Pattern.compile("[^\\d.-]+");
  private static final int MAX_NUMBER_TEXT = 60;
  private static final double RIGHT_ENOUGH = 0.5;
  private static final int MAX_OF_FIELD = 6;

  private final Map<String, Map<String, Integer>> found = new TreeMap<>();
  private final Map<String, Integer> records = new HashMap<>();

  /// The places of a page's records.
  void add(Leaves page, List<Sighted> sighted) {
    for (Sighted record : sighted) {
      add(page.of(record.id(), sighted.size() == 1), record);
    }
  }

  /// The places of what a record says, among these.
  void add(List<Leaf> leaves, Sighted record) {
    List<Said> said = leaves.stream().map(Said::of).toList();
    for (Field field : Field.values()) {
      String value = record.values().get(field.id());
      if (value != null && field.isShown() && (field.isNumber() || field.isText())) {
        records.merge(field.id(), 1, Integer::sum);
        Set<String> once = new HashSet<>();
        for (Said each : said) {
          if (each.says(field, value) && once.add(each.place)) {
            found
                .computeIfAbsent(field.id(), _ -> new HashMap<>())
                .merge(each.place, 1, Integer::sum);
          }
        }
      }
    }
  }

  /// By field and place: the share of the records with that field whose value stands there; the
  /// best few.
  Map<String, Map<String, Double>> shares() {
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    records.forEach(
        (field, count) -> {
          Map<String, Double> best = new TreeMap<>();
          found.getOrDefault(field, Map.of()).entrySet().stream()
              .filter(entry -> entry.getValue() >= RIGHT_ENOUGH * count)
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(MAX_OF_FIELD)
              .forEach(entry -> best.put(entry.getKey(), (double) entry.getValue() / count));
          shares.put(field, best);
        });
    return shares;
  }

  int records(String field) {
    return records.getOrDefault(field, 0);
  }

  /// What a place says, as text and as figures.
  private record Said(String place, String mark, List<Double> numbers) {

    static Said of(Leaf leaf) {
      List<Double> numbers =
          leaf.value().length() > MAX_NUMBER_TEXT
              ? List.of()
              : Arrays.stream(NOT_OF_NUMBERS.split(leaf.value().replace(",", "")))
                  .map(Said::number)
                  .filter(each -> !Double.isNaN(each))
                  .limit(3)
                  .toList();
      return new Said(leaf.place(), Sighted.mark(leaf.value()), numbers);
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException _) {
        return Double.NaN;
      }
    }

    boolean says(Field field, String value) {
      return field.isNumber()
          ? numbers.stream().anyMatch(each -> Math.abs(each - Double.parseDouble(value)) < 1e-4)
          : mark.equals(value);
    }
  }
}
