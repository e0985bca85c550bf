package com.aiqleads.acquisition.parsing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The groups of attributes of a posting: since 2024 a label beside a value, or a value whose class
/// tells what it is; before, one text for each.
///
/// @param attributes by their labels, or by their classes where they have none
/// @param classes the same by their classes, which outlive a change of words
record CraigslistFacts(
    Map<String, String> attributes, Map<String, String> classes, List<String> rooms) {

  private static final String ATTRIBUTES = ".attrgroup .attr";
  private static final String OLD_ATTRIBUTES = "p.attrgroup > span";
  private static final String ROOMS = ".attrgroup .important, .attrgroup .shared-line-bubble";
  private static final Set<String> USUAL = Set.of("attr", "important", "valu", "labl");
  private static final Set<String> KINDS =
      Set.of(
          "apartment",
          "condo",
          "cottage/cabin",
          "duplex",
          "flat",
          "house",
          "land",
          "loft",
          "manufactured",
          "townhouse");

  static CraigslistFacts of(Document document) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Map<String, String> classes = new LinkedHashMap<>();
    document.select(Html.css(ATTRIBUTES)).stream()
        .filter(attribute -> !attribute.hasClass("important"))
        .limit(Bounds.MAX_FACTS)
        .forEach(attribute -> current(attribute, attributes, classes));
    List<Element> old =
        document.select(Html.css(OLD_ATTRIBUTES)).stream()
            .filter(span -> !span.hasClass("attr"))
            .limit(Bounds.MAX_FACTS)
            .toList();
    old.stream()
        .filter(span -> !span.hasClass("shared-line-bubble"))
        .forEach(span -> old(span, attributes));
    List<String> rooms =
        Stream.concat(document.select(Html.css(ROOMS)).stream(), old.stream())
            .limit(Bounds.MAX_FACTS)
            .flatMap(element -> Stream.ofNullable(CraigslistText.line(element)))
            .toList();
    return new CraigslistFacts(attributes, classes, rooms);
  }

  /// What the first group that says it says of rooms or size.
  <T> @Nullable T room(Function<String, @Nullable T> reading) {
    for (String text : rooms) {
      T value = reading.apply(text);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  @Nullable String kind() {
    String named = classes.get("housing_type");
    Optional<String> alone = attributes.keySet().stream().filter(KINDS::contains).findFirst();
    return named == null ? alone.orElse(null) : named;
  }

  boolean isByBroker() {
    return classes.containsKey("broker_name") || classes.containsKey("broker_fee_explained");
  }

  /// By any of its names, as sites rename.
  @Nullable String text(String... names) {
    return Stream.of(names)
        .map(attributes::get)
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private static void current(
      Element attribute, Map<String, String> attributes, Map<String, String> classes) {
    Element value = attribute.selectFirst(Html.css(".valu"));
    String text = CraigslistText.line(value == null ? attribute : value);
    String label = CraigslistText.line(attribute.selectFirst(Html.css(".labl")));
    String named = value == null ? null : ownClass(value);
    String key = label == null ? named == null ? ownClass(attribute) : named : label(label);
    put(classes, ownClass(attribute), text);
    put(attributes, key, text);
  }

  /// `laundry: <b>in unit</b>`, or a word that says it all.
  private static void old(Element span, Map<String, String> attributes) {
    String text = CraigslistText.line(span);
    int colon = text == null ? -1 : text.indexOf(':');
    if (text != null && colon > 0) {
      put(attributes, label(text.substring(0, colon)), text.substring(colon + 1).strip());
    } else {
      put(attributes, text == null ? null : label(text), "");
    }
  }

  private static void put(
      Map<String, String> attributes, @Nullable String key, @Nullable String value) {
    if (key != null && value != null) {
      attributes.putIfAbsent(key, value);
    }
  }

  private static @Nullable String ownClass(Element element) {
    return element.classNames().stream()
        .filter(name -> !name.isEmpty() && !USUAL.contains(name))
        .findFirst()
        .orElse(null);
  }

  private static String label(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    return bare.endsWith(":") ? bare.substring(0, bare.length() - 1).strip() : bare;
  }
}
