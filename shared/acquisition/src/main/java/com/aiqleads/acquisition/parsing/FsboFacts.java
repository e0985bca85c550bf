package com.aiqleads.acquisition.parsing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// The table of facts of an fsbo.com page: a label and a value in every row.
record FsboFacts(Map<String, String> values) {

  static FsboFacts of(Document document) {
    Map<String, String> values = new HashMap<>();
    for (Element row : document.select("table.listing-data tr")) {
      Elements cells = row.select("> th, > td");
      if (cells.size() >= 2) {
        values.putIfAbsent(label(cells.get(0).text()), cells.get(1).text().strip());
      }
    }
    return new FsboFacts(Map.copyOf(values));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  @Nullable String text(String label) {
    String value = values.get(label(label));
    return value == null || value.isEmpty() ? null : value;
  }

  String textOrEmpty(String label) {
    return values.getOrDefault(label(label), "");
  }

  private static String label(String text) {
    return text.replace(":", "").strip().toLowerCase(Locale.ROOT);
  }
}
