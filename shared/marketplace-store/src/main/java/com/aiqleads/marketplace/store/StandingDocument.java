package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.BoxCells;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.Range;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A standing order as the index keeps it: what is looked up is a query that leads are put to; what
/// is compared are numbers beside it, which the index finds by itself. As a part of the query each
/// comparison would have to be tried: seconds for a hundred thousand orders.
final class StandingDocument {

  private static final BoxCells EVERYWHERE =
      new BoxCells(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE);

  private StandingDocument() {}

  /// What does nothing has no query; its version stays, so that no older one comes back.
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
    List<Object> words = new IndexFilter(filter).words();
    document.put(
        "query",
        words.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", words)));
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
    conditions.add(
        Map.of("percolate", Map.of("field", "query", "document", LeadDocument.of(lead))));
    conditions.add(range("valid_until", "gt", moment.toEpochMilli()));
    conditions.add(
        Map.of(
            "bool",
            Map.of(
                "should",
                List.of(
                    affordable(arrival, SaleMode.SHARED), affordable(arrival, SaleMode.EXCLUSIVE)),
                "minimum_should_match",
                1)));
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
