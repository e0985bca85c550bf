package com.aiqleads.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The parameters of a request, read into values; remembers everything that is wrong with them.
/// Empty ones count as absent, as a form sends them.
public final class QueryParameters {
  static final int MAX_LENGTH = 500;
  private static final int MAX_NAME_LENGTH = 50;

  /// A parameter, and the rule that it breaks.
  public record Wrong(String name, String rule) {}

  private final Map<String, String> texts = new TreeMap<>();
  private final List<Wrong> wrong = new ArrayList<>();

  /// Several values of one parameter arrive as one, with commas between them: so the HTTP API does
  /// it.
  public QueryParameters(Map<String, List<String>> given, Set<String> known) {
    given.forEach(
        (name, values) -> {
          String text = String.join(",", values).strip();
          if (!known.contains(name)) {
            refuse(shortened(name), "is not a parameter of this request");
          } else if (text.length() > MAX_LENGTH) {
            refuse(name, "must have at most " + MAX_LENGTH + " characters");
          } else if (text.codePoints().anyMatch(QueryParameters::isNoText)) {
            refuse(name, "must be text in UTF-8, without control characters");
          } else if (!text.isEmpty()) {
            texts.put(name, text);
          }
        });
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /// The value that a reader makes of the text; a text it cannot read is wrong by this rule.
  public <T> Optional<T> value(String name, String rule, Function<String, Optional<T>> reader) {
    Optional<T> value = text(name).flatMap(reader);
    if (value.isEmpty() && texts.containsKey(name)) {
      refuse(name, rule);
    }
    return value;
  }

  public boolean has(String name) {
    return texts.containsKey(name);
  }

  public void refuse(String name, String rule) {
    wrong.add(new Wrong(name, rule));
  }

  /// All that was wrong, in the order of its being found.
  public List<Wrong> wrong() {
    return List.copyOf(wrong);
  }

  /// What was asked for, in one order: the same for every page of an answer.
  public String withoutPaging(Set<String> paging) {
    Map<String, String> question = new TreeMap<>(texts);
    question.keySet().removeAll(paging);
    return question.toString();
  }

  /// U+FFFD stands where bytes were no UTF-8.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character)
        || character == 0xFFFD
        || Character.getType(character) == Character.SURROGATE;
  }

  private static String shortened(String name) {
    return name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
  }
}
