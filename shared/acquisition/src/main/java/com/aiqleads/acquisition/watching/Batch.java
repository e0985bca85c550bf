package com.aiqleads.acquisition.watching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Pages of a scope that came together, and are told on together or not at all.
public record Batch(Scope.Kind kind, List<Looked> pages) {

  public Batch {
    pages = List.copyOf(pages);
  }

  public List<Sighted> records() {
    return pages.stream().flatMap(page -> page.sighting().records().stream()).toList();
  }

  String parserVersion() {
    return pages.isEmpty() ? "" : pages.getLast().sighting().parserVersion();
  }

  public SortedMap<String, Integer> outcomes() {
    return pages.stream()
        .collect(
            Collectors.toMap(
                page -> page.sighting().outcome(), _ -> 1, Integer::sum, TreeMap::new));
  }

  /// Whether a search shows nothing that we know.
  boolean isLost() {
    return kind == Scope.Kind.RESULTS
        && !pages.isEmpty()
        && pages.stream().allMatch(page -> page.sighting().isUnknown());
  }

  int unreadable() {
    return (int) pages.stream().filter(page -> page.sighting().isUnreadable()).count();
  }

  public int filled(String field) {
    return (int) records().stream().filter(each -> each.has(field)).count();
  }

  double[] numbers(Field field) {
    return records().stream().flatMapToDouble(each -> each.number(field).stream()).toArray();
  }

  /// Where on its page each field's value stands, as a share of the records that have it.
  Map<String, Map<String, Double>> places() {
    Places places = new Places();
    pages.forEach(page -> places.add(page.leaves(), page.sighting().records()));
    return places.shares();
  }

  /// All places that there are.
  Set<String> allPlaces() {
    return pages.stream()
        .flatMap(page -> page.leaves().places().stream())
        .collect(Collectors.toSet());
  }
}
