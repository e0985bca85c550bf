package com.aiqleads.platform.serveconsole;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The search page: what was asked, what can be chosen, what was found.
public record LeadSearch(
    Map<String, String> values,
    List<Facet> facets,
    List<Option> sorts,
    String total,
    List<Line> leads,
    @Nullable String notice,
    @Nullable String firstPage,
    @Nullable String nextPage,
    @Nullable Refusal refusal) {

  public record Facet(String name, String label, List<Option> options) {

    public Facet {
      options = List.copyOf(options);
    }
  }

  public record Option(String value, String label, String count, boolean chosen) {}

  /// One lead in the list, in words.
  public record Line(
      String id,
      String title,
      String price,
      String place,
      String facts,
      String band,
      String quality,
      String askingPrice,
      String sources,
      String age,
      @Nullable String taken) {}

  public LeadSearch {
    values = Map.copyOf(values);
    facets = List.copyOf(facets);
    sorts = List.copyOf(sorts);
    leads = List.copyOf(leads);
  }

  /// As an address says it.
  public String asked() {
    return new Query(values).text();
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /// How the form calls what a refusal names.
  public String label(String name) {
    return SearchAnswers.field(name);
  }
}
