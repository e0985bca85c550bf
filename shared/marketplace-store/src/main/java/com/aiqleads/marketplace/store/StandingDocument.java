package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.BoxCells;
import com.aiqleads.marketplace.search.CircleCover;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.Range;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A standing order as the index keeps it: what it wants, in the same fields as a lead has. The
/// lead asks for orders that say one of its values, or any; so the index only looks up and
/// compares. As queries that it puts to the lead one by one, those with several values took
/// most of the time.
final class StandingDocument {

  private static final BoxCells EVERYWHERE =
      new BoxCells(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE);

  /// What an order says that takes every value of a facet.
  private static final String ANY = "*";

  private StandingDocument() {}

  /// What does nothing wants nothing; its version stays, so that no older one comes back.
  static Map<String, Object> of(StandingOrder order) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("standing_order", order.id().text());
    if (order.state() == StandingOrder.State.ACTIVE) {
      put(order.terms(), document);
    }
    return document;
  }

  private static void put(Terms terms, Map<String, Object> document) {
    Filter filter = terms.box().filter();
    List<String> words = filter.words().stream().distinct().toList();
    document.put("words", words);
    document.put("word_count", words.size());
    for (Facet facet : Facet.values()) {
      Collection<String> wanted = filter.chosen().get(facet);
      document.put(IndexFilter.field(facet), wanted == null ? List.of(ANY) : List.copyOf(wanted));
    }
    putCircle(filter.area(), document);
    document.put("valid_until", terms.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
    document.put("alone", terms.mode() == SaleMode.EXCLUSIVE);
    document.put("most", terms.limit().map(Money::minorUnits).orElse(Long.MAX_VALUE));
    put("price", filter.price(), document);
    put("asking", filter.asking(), document);
    document.put("asking_any", filter.asking().equals(Range.ALL));
    BoxCells cells = filter.area() instanceof Area.Within(var box) ? BoxCells.of(box) : EVERYWHERE;
    document.put("row_from", cells.firstRow());
    document.put("row_to", cells.lastRow());
    document.put("column_from", cells.firstColumn());
    document.put("column_to", cells.lastColumn());
  }

  private static void putCircle(Area area, Map<String, Object> document) {
    document.put("in_circle", area instanceof Area.Near);
    if (area instanceof Area.Near near) {
      CircleCover.of(near)
          .forEach((size, corners) -> document.put(IndexQuestions.square(size.step()), corners));
    }
  }

  private static void put(String name, Range range, Map<String, Object> document) {
    Long from = range.from();
    Long to = range.to();
    document.put(name + "_from", from == null ? Long.MIN_VALUE : from);
    document.put(name + "_to", to == null ? Long.MAX_VALUE : to);
  }

  /// What an order must say to want this lead.
  static Map<String, Object> wanting(Arrival arrival, Instant moment) {
    IndexedLead lead = arrival.lead();
    List<Object> conditions = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      conditions.add(IndexFilter.clause("terms", IndexFilter.field(facet), orAny(lead, facet)));
    }
    conditions.add(oneOf(List.of(IndexFilter.clause("term", "word_count", 0), wordsOf(lead))));
    conditions.add(oneOf(circlesAround(lead)));
    conditions.add(range("valid_until", "gt", moment.toEpochMilli()));
    conditions.add(
        oneOf(
            List.of(
                affordable(arrival, SaleMode.SHARED), affordable(arrival, SaleMode.EXCLUSIVE))));
    around("price", lead.priceCents(), conditions);
    Long asking = lead.askingCents();
    if (asking == null) {
      conditions.add(IndexFilter.clause("term", "asking_any", true));
    } else {
      around("asking", asking, conditions);
    }
    around("row", lead.cell().row(), conditions);
    around("column", lead.cell().column(), conditions);
    return Map.of("bool", Map.of("filter", conditions));
  }

  private static List<String> orAny(IndexedLead lead, Facet facet) {
    List<String> values = new ArrayList<>(lead.values(facet));
    values.add(ANY);
    return values;
  }

  /// All words that the order says are of the lead.
  private static Map<String, Object> wordsOf(IndexedLead lead) {
    return IndexFilter.clause(
        "terms_set",
        "words",
        Map.of("terms", lead.words(), "minimum_should_match_field", "word_count"));
  }

  private static List<Object> circlesAround(IndexedLead lead) {
    List<Object> circles = new ArrayList<>();
    circles.add(IndexFilter.clause("term", "in_circle", false));
    for (CircleCover.Size size : CircleCover.Size.values()) {
      circles.add(
          IndexFilter.clause(
              "term",
              IndexQuestions.square(size.step()),
              lead.cell().corner(size.step()).number()));
    }
    return circles;
  }

  private static Map<String, Object> oneOf(List<Object> conditions) {
    return Map.of("bool", Map.of("should", conditions, "minimum_should_match", 1));
  }

  private static Map<String, Object> affordable(Arrival arrival, SaleMode mode) {
    return Map.of(
        "bool",
        Map.of(
            "filter",
            List.of(
                IndexFilter.clause("term", "alone", mode == SaleMode.EXCLUSIVE),
                range("most", "gte", arrival.price(mode).minorUnits()))));
  }

  private static void around(String name, long value, List<Object> conditions) {
    conditions.add(range(name + "_from", "lte", value));
    conditions.add(range(name + "_to", "gte", value));
  }

  private static Map<String, Object> range(String field, String side, long value) {
    return IndexFilter.clause("range", field, Map.of(side, value));
  }
}
