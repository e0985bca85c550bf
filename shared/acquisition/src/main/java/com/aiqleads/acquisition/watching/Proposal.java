package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.parsing.Leaves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a field probably stands now: where on new pages the values stand that were known of their
/// advertisements.
///
/// @param share of the known advertisements, how many show the old value there
/// @param of how many were looked at
public record Proposal(String field, String place, double share, int of) {

  private static final int LEAST = 3;
  private static final double LEAST_SHARE = 0.6;
  private static final int MAX_OF_FIELD = 2;

  /// For the fields that are objected to; for all of them if pages cannot be read.
  static List<Proposal> of(Profile usual, Batch batch, List<Objection> objections) {
    Set<String> fields =
        objections.stream()
            .filter(Objection::isGrave)
            .map(Objection::subject)
            .collect(Collectors.toSet());
    boolean all = objections.stream().anyMatch(each -> each.layer() == Objection.Layer.STATE);
    Places places = new Places();
    Map<String, Sighted> byId = new HashMap<>();
    usual.known().forEach(each -> byId.put(each.id(), each));
    batch.pages().forEach(page -> add(places, page, byId));
    List<Proposal> proposals = new ArrayList<>();
    places
        .shares()
        .forEach(
            (field, shares) -> {
              if ((all || fields.contains(field)) && places.records(field) >= LEAST) {
                shares.entrySet().stream()
                    .filter(each -> each.getValue() >= LEAST_SHARE)
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                    .limit(MAX_OF_FIELD)
                    .map(
                        each ->
                            new Proposal(
                                field, each.getKey(), each.getValue(), places.records(field)))
                    .forEach(proposals::add);
              }
            });
    return List.copyOf(proposals);
  }

  private static void add(Places places, Looked page, Map<String, Sighted> known) {
    List<Sighted> read =
        page.sighting().records().stream()
            .flatMap(each -> Optional.ofNullable(known.get(each.id())).stream())
            .toList();
    if (!read.isEmpty()) {
      boolean isAlone = page.sighting().records().size() == 1;
      read.forEach(each -> places.add(page.leaves().of(each.id(), isAlone), each));
    } else if (page.sighting().records().isEmpty()) {
      lookFor(places, page, known);
    }
  }

  /// Nothing was read: the address may name the advertisement, or rows of the page may.
  private static void lookFor(Places places, Looked page, Map<String, Sighted> known) {
    Leaves leaves = page.leaves();
    Optional<Sighted> named =
        known.values().stream()
            .filter(each -> page.address().contains(each.id()))
            .max(Comparator.comparing(each -> each.id().length()));
    if (named.isPresent()) {
      places.add(leaves.of(named.get().id(), true), named.get());
      return;
    }
    known.values().stream()
        .limit(Profile.LEAST_KNOWN)
        .filter(each -> !leaves.of(each.id(), false).isEmpty())
        .forEach(each -> places.add(leaves.of(each.id(), false), each));
  }

  public String text() {
    return "%s: %s (%.0f %% of %d)".formatted(field, place, 100 * share, of);
  }
}
