package com.aiqleads.acquisition.parsing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// The table of facts of an fsbo.com page: a label and a value in every row. A page has one of its
/// own, and may have those of homes that it also recommends.
record FsboFacts(Element table, Map<String, String> values) {

  private static final String TABLE = "table.listing-data";

  static List<FsboFacts> all(Element page) {
    return page.select(Html.css(TABLE)).stream()
        .limit(Bounds.MAX_FACT_TABLES)
        .map(FsboFacts::of)
        .filter(facts -> !facts.values().isEmpty())
        .toList();
  }

  private static FsboFacts of(Element table) {
    Map<String, String> values = new HashMap<>();
    for (Element row : rows(table)) {
      Elements cells = row.select(Html.css("> th, > td"));
      if (cells.size() >= 2) {
        values.putIfAbsent(label(cells.get(0).text()), cells.get(1).text().strip());
      }
    }
    return new FsboFacts(table, Map.copyOf(values));
  }

  /// Its own: a table inside another is read as itself.
  private static List<Element> rows(Element table) {
    return table.select(Html.css("tr")).stream()
        .filter(row -> table.equals(row.closest(Html.css(TABLE))))
        .limit(Bounds.MAX_FACTS)
        .toList();
  }

  @Nullable String listingId() {
    return text("Listing ID");
  }

  @Nullable String text(String label) {
    String value = values.get(label(label));
    return value == null || value.isEmpty() ? null : value;
  }

  private static String label(String text) {
    return text.replace(":", "").strip().toLowerCase(Locale.ROOT);
  }
}
