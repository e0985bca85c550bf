package com.aiqleads.acquisition.watching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What pages of a scope used to say: the last advertisements that were read of good pages, each
/// once, and how pages came out.
///
/// @param outcomes how many pages came out how, the older the less they count
/// @param places in which share of records a field's value stood at a place, by field and place
/// @param known the newest last
public record Profile(
    String parserVersion,
    SortedMap<String, Double> outcomes,
    SortedMap<String, SortedMap<String, Double>> places,
    List<Sighted> known) {

  public static final Profile NONE = new Profile("", new TreeMap<>(), new TreeMap<>(), List.of());

  /// So many are compared with.
  static final int MAX_KNOWN = 200;

  /// Before so many nobody knows what is usual.
  public static final int LEAST_KNOWN = 30;

  private static final double MAX_PAGES = 200;
  private static final double PLACES_MEMORY = 10;

  public Profile {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    known = List.copyOf(known);
  }

  public boolean isLearnt() {
    return known.size() >= LEAST_KNOWN;
  }

  double pages() {
    return outcomes.values().stream().mapToDouble(count -> count).sum();
  }

  /// Of pages, the share that came out so.
  double share(String outcome) {
    double pages = pages();
    return pages == 0 ? 0 : outcomes.getOrDefault(outcome, 0.0) / pages;
  }

  /// Of records, the share that has this field.
  public double fill(String field) {
    return known.isEmpty()
        ? 0
        : (double) known.stream().filter(each -> each.has(field)).count() / known.size();
  }

  double[] numbers(Field field) {
    return known.stream().flatMapToDouble(each -> each.number(field).stream()).toArray();
  }

  Optional<Sighted> known(String id) {
    return known.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// With what a batch of good pages says.
  public Profile and(Batch batch) {
    Map<String, Sighted> all = new LinkedHashMap<>();
    known.forEach(each -> all.put(each.id(), each));
    for (Sighted each : batch.records()) {
      all.remove(each.id());
      all.put(each.id(), each);
    }
    List<Sighted> newest = new ArrayList<>(all.values());
    return new Profile(
        batch.parserVersion(),
        learnt(batch.outcomes()),
        learntPlaces(batch),
        newest.subList(Math.max(0, newest.size() - MAX_KNOWN), newest.size()));
  }

  Profile without(Set<String> ids) {
    return new Profile(
        parserVersion,
        outcomes,
        places,
        known.stream().filter(each -> !ids.contains(each.id())).toList());
  }

  private SortedMap<String, Double> learnt(Map<String, Integer> more) {
    int added = more.values().stream().mapToInt(count -> count).sum();
    double kept = Math.min(1, Math.max(0, MAX_PAGES - added) / Math.max(1, pages()));
    SortedMap<String, Double> all = new TreeMap<>();
    outcomes.forEach((outcome, count) -> all.put(outcome, count * kept));
    more.forEach((outcome, count) -> all.merge(outcome, (double) count, Double::sum));
    return all;
  }

  /// Each batch counts a tenth, the first all; a place that is hardly ever right is forgotten.
  private SortedMap<String, SortedMap<String, Double>> learntPlaces(Batch batch) {
    SortedMap<String, SortedMap<String, Double>> all = new TreeMap<>();
    Map<String, Map<String, Double>> seen = batch.places();
    Stream.concat(places.keySet().stream(), seen.keySet().stream())
        .distinct()
        .forEach(
            field -> {
              Map<String, Double> before = places.getOrDefault(field, new TreeMap<>());
              Map<String, Double> now = seen.get(field);
              if (now == null || before.isEmpty()) {
                all.put(field, new TreeMap<>(now == null ? before : now));
                return;
              }
              Map<String, Double> mixed = new HashMap<>();
              before.forEach((place, share) -> mixed.put(place, share * (1 - 1 / PLACES_MEMORY)));
              now.forEach((place, share) -> mixed.merge(place, share / PLACES_MEMORY, Double::sum));
              mixed.values().removeIf(share -> share < 0.02);
              all.put(field, new TreeMap<>(mixed));
            });
    return all;
  }
}
