package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of the price book: how each is called, shown and read.
record PriceBookForm(Map<String, Object> figures, List<String> refusals) {

  private static final List<Field> FIELDS =
      List.of(
          lines("baseBySource", "Base of a source, dollars", FigureLines.AMOUNTS),
          line("baseOfOtherSources", "Base of any other source, dollars", FigureLines.AMOUNT),
          lines("percentByType", "Type, percent", FigureLines.PERCENTS),
          lines("percentByState", "State, percent", FigureLines.PERCENTS),
          lines("percentByAgeDays", "From so many days on, percent", FigureLines.STEPS),
          lines("percentByTaken", "From so many slots sold on, percent", FigureLines.STEPS),
          lines("percentBySupply", "From so many like it on sale on, percent", FigureLines.STEPS),
          lines("percentByDemand", "From so many points of demand on, percent", FigureLines.STEPS),
          line(
              "unsold.graceHours",
              "Hours that a lead nobody takes keeps its price",
              FigureLines.NUMBER),
          line("unsold.everyHours", "Then, every so many hours,", FigureLines.NUMBER),
          line("unsold.stepPercent", "so many percent less", FigureLines.NUMBER),
          line("unsold.leastPercent", "down to, percent", FigureLines.NUMBER),
          line("exclusivePercent", "Alone, percent of the shared price", FigureLines.NUMBER),
          line("stepPercent", "At most at once, percent of the price", FigureLines.NUMBER),
          line("floor", "No lead costs less than, dollars", FigureLines.AMOUNT),
          line("ceiling", "No lead costs more than, dollars", FigureLines.AMOUNT));

  /// One field.
  ///
  /// @param name the path to it in the figures of the API
  private record Field(String name, String label, FigureLines kind, boolean isLong) {

    private String[] path() {
      return name.split("\\.", -1);
    }
  }

  private static Field lines(String name, String label, FigureLines kind) {
    return new Field(name, label, kind, true);
  }

  private static Field line(String name, String label, FigureLines kind) {
    return new Field(name, label, kind, false);
  }

  /// The inputs with the figures of a book in them.
  static List<PriceBookPage.Input> inputs(JsonNode figures) {
    return FIELDS.stream()
        .map(
            field -> {
              String[] path = field.path();
              JsonNode parent =
                  path.length == 1
                      ? figures
                      : Json.at(figures, path[0]).orElse(JsonNode.createObjectNode(Map.of()));
              String text = field.kind().text(parent, path[path.length - 1]);
              return new PriceBookPage.Input(field.name(), field.label(), text, field.isLong());
            })
        .toList();
  }

  /// The inputs as somebody filled them in.
  static List<PriceBookPage.Input> inputs(Map<String, String> form) {
    return FIELDS.stream()
        .map(
            field ->
                new PriceBookPage.Input(
                    field.name(),
                    field.label(),
                    form.getOrDefault(field.name(), ""),
                    field.isLong()))
        .toList();
  }

  static PriceBookForm read(Map<String, String> form) {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<String> refusals = new ArrayList<>();
    for (Field field : FIELDS) {
      try {
        put(figures, field.path(), field.kind().value(form.getOrDefault(field.name(), "")));
      } catch (IllegalArgumentException wrong) {
        refusals.add(field.label() + ": " + wrong.getMessage() + ".");
      }
    }
    return new PriceBookForm(figures, refusals);
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> figures, String[] path, Object value) {
    Map<String, Object> parent = figures;
    if (path.length > 1) {
      parent =
          (Map<String, Object>)
              figures.computeIfAbsent(path[0], _ -> new HashMap<String, Object>());
    }
    parent.put(path[path.length - 1], value);
  }
}
