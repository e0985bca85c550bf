package com.aiqleads.acquisition.parsing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Everything that a page says, each with the place where it says so: names within its data, or
/// elements within its markup. Places know no numbers, so that all pages of a site have the same.
public final class Leaves {

  private static final int MAX_LEAVES = 20_000;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_VALUE_LENGTH = 400;
  private static final int LEAST_ROWS = 3;
  private static final Set<String> ATTRIBUTES = Set.of("content", "datetime", "value", "href");
  private static final Set<String> ROWS = Set.of("li", "article", "div");

  private final List<Leaf> all = new ArrayList<>();

  private Leaves() {}

  /// One of them.
  ///
  /// @param row the element of a list that it belongs to, and those around that; empty for none
  public record Leaf(String place, String row, String value) {}

  public static Leaves of(String text, String url) {
    Leaves leaves = new Leaves();
    if (isData(text)) {
      Json.parse(text).ifPresent(json -> leaves.add("$", "$", json.value(), 0));
      return leaves;
    }
    Scripts scripts = Scripts.of(text);
    for (Scripts.Script script : scripts.scripts()) {
      if (isData(script.text())) {
        Json.parse(script.text()).ifPresent(json -> leaves.add("$", "$", json.value(), 0));
      }
    }
    Html.parse(scripts.markup(), url).ifPresent(leaves::add);
    return leaves;
  }

  public List<Leaf> all() {
    return List.copyOf(all);
  }

  public Set<String> places() {
    return all.stream().map(Leaf::place).collect(Collectors.toSet());
  }

  private static boolean isData(String text) {
    String start = text.substring(0, Math.min(text.length(), 100)).stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private void add(
      String place, String row, @org.jspecify.annotations.Nullable Object value, int depth) {
    if (depth > MAX_DEPTH || all.size() >= MAX_LEAVES) {
      return;
    }
    switch (value) {
      case null -> {}
      case Map<?, ?> members ->
          members.forEach(
              (name, member) -> {
                String step = "." + plain(String.valueOf(name));
                add(place + step, row + step, member, depth + 1);
              });
      case List<?> items -> {
        for (int at = 0; at < items.size(); at++) {
          add(place + "[]", row + "[" + at + "]", items.get(at), depth + 1);
        }
      }
      case String text when text.length() > 2 && isData(text) ->
          Json.parse(text)
              .ifPresentOrElse(
                  json -> add(place + "!", row + "!", json.value(), depth + 1),
                  () -> leaf(place, rowOf(row), text));
      default -> leaf(place, rowOf(row), value.toString());
    }
  }

  /// Up to the last element of a list.
  private static String rowOf(String path) {
    int end = path.lastIndexOf(']');
    return end < 0 ? "" : path.substring(0, end + 1);
  }

  /// A name that holds an id or a question is another on every page.
  private static String plain(String name) {
    boolean isOwn = name.length() > 60 || name.indexOf('{') >= 0 || name.matches(".*\\d{4}.*");
    return isOwn ? "*" : name;
  }

  private void add(Document document) {
    IdentityHashMap<Element, String> rows = new IdentityHashMap<>();
    for (Element element : document.getAllElements()) {
      Element parent = element.parent();
      String around = parent == null ? "" : rows.getOrDefault(parent, "");
      String row = isRow(element) ? around + "/" + element.elementSiblingIndex() + "]" : around;
      rows.put(element, row);
      String place = place(element);
      if (element.hasText() && !element.ownText().isBlank()) {
        leaf(place, row, element.ownText());
      }
      for (Attribute attribute : element.attributes()) {
        if (ATTRIBUTES.contains(attribute.getKey()) || attribute.getKey().startsWith("data-")) {
          leaf(place + "@" + attribute.getKey(), row, attribute.getValue());
        }
      }
    }
  }

  private static boolean isRow(Element element) {
    Element parent = element.parent();
    return parent != null
        && ROWS.contains(element.normalName())
        && parent.children().stream()
                .filter(
                    other ->
                        other.normalName().equals(element.normalName())
                            && other.className().equals(element.className()))
                .limit(LEAST_ROWS)
                .count()
            == LEAST_ROWS;
  }

  private static String place(Element element) {
    String own = name(element);
    Element parent = element.parent();
    boolean isNamed = own.length() > element.normalName().length();
    String around = isNamed || parent == null ? "" : name(parent) + " > ";
    return around + own + label(element);
  }

  private static String name(Element element) {
    StringBuilder name = new StringBuilder(element.normalName());
    if (!element.id().isEmpty() && !element.id().matches(".*\\d{3}.*")) {
      name.append('#').append(element.id());
    }
    element.classNames().stream()
        .filter(each -> !each.isEmpty() && !each.matches(".*\\d{3}.*"))
        .limit(3)
        .forEach(each -> name.append('.').append(each));
    for (String key : List.of("name", "property", "itemprop")) {
      if (!element.attr(key).isEmpty()) {
        name.append('[').append(key).append('=').append(element.attr(key)).append(']');
      }
    }
    return name.toString();
  }

  /// What stands behind a label is told by that.
  private static String label(Element element) {
    Element before = element.previousElementSibling();
    String label = before == null ? "" : before.ownText().strip();
    return label.endsWith(":") && label.length() <= 40
        ? " behind '" + label.toLowerCase(Locale.ROOT) + "'"
        : "";
  }

  private void leaf(String place, String row, String value) {
    String text = value.strip();
    if (all.size() < MAX_LEAVES && !text.isEmpty() && text.length() <= MAX_VALUE_LENGTH) {
      all.add(new Leaf(Figures.shortened(place, 300), row, text));
    }
  }

  /// Those of the advertisement with this id, where a page shows several: the row that names it.
  public List<Leaf> of(String id, boolean isAlone) {
    if (isAlone) {
      return all();
    }
    Map<String, Integer> rows = new HashMap<>();
    for (Leaf leaf : all) {
      if (!leaf.row().isEmpty() && (leaf.value().equals(id) || leaf.value().contains(id))) {
        rows.merge(leaf.row(), leaf.value().equals(id) ? 0 : 1, Math::min);
      }
    }
    return rows.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().length()))
        .map(row -> all.stream().filter(leaf -> leaf.row().startsWith(row.getKey())).toList())
        .orElse(List.of());
  }
}
