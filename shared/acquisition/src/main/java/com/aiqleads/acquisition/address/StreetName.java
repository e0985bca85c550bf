package com.aiqleads.acquisition.address;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between the number and the end of a delivery line.
final class StreetName {

  private static final Pattern NUMBERED_ROAD =
      Pattern.compile(
          "(COUNTY (?:ROAD|RD)|CNTY RD|CO RD|CR|STATE (?:ROAD|RD)|SR|STATE (?:ROUTE|RTE|RT)"
              + "|US (?:HIGHWAY|HWY)|STATE (?:HIGHWAY|HWY)|HIGHWAY|HWY|ROUTE|RTE|RT|FM"
              + "|INTERSTATE|IH|I)[ -](\\d+[A-Z]?)(?= |$)");
  private static final Map<String, String> ROADS =
      Map.ofEntries(
          Map.entry("COUNTY RD", "COUNTY ROAD"),
          Map.entry("CNTY RD", "COUNTY ROAD"),
          Map.entry("CO RD", "COUNTY ROAD"),
          Map.entry("CR", "COUNTY ROAD"),
          Map.entry("STATE RD", "STATE ROAD"),
          Map.entry("SR", "STATE ROAD"),
          Map.entry("STATE RTE", "STATE ROUTE"),
          Map.entry("STATE RT", "STATE ROUTE"),
          Map.entry("US HWY", "US HIGHWAY"),
          Map.entry("STATE HWY", "STATE HIGHWAY"),
          Map.entry("HWY", "HIGHWAY"),
          Map.entry("RTE", "ROUTE"),
          Map.entry("RT", "ROUTE"),
          Map.entry("IH", "INTERSTATE"),
          Map.entry("I", "INTERSTATE"));
  private static final Map<String, String> FIRST_WORDS =
      Map.of("SAINT", "ST", "MOUNT", "MT", "FORT", "FT");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

  private StreetName() {}

  static Optional<Street> parse(String number, List<String> words) {
    if (words.isEmpty() || Unit.startsAt(words, 0, true)) {
      return Optional.empty();
    }
    int start = directionals(words);
    String predirectional = joined(words.subList(0, start));
    List<String> rest = words.subList(start, words.size());
    Street street =
        numberedRoad(number, predirectional, rest)
            .orElseGet(() -> named(number, predirectional, rest));
    return Optional.of(street);
  }

  /// How many words in front are directionals and leave a name behind them.
  private static int directionals(List<String> words) {
    if (StreetWords.directional(words.getFirst()) == null || !hasName(words, 1)) {
      return 0;
    }
    boolean two =
        StreetWords.directional(words.get(1)) != null
            && StreetWords.directional(joined(words.subList(0, 2))) != null
            && hasName(words, 2);
    return two ? 2 : 1;
  }

  /// `NORTH AVE`: behind the directional there is only the suffix, so it is the name.
  private static boolean hasName(List<String> words, int start) {
    if (start >= words.size() || Unit.startsAt(words, start, true)) {
      return false;
    }
    return StreetWords.suffix(words.get(start)) == null || !endsStreet(words, start);
  }

  /// Whether only a directional and a unit follow.
  private static boolean endsStreet(List<String> words, int index) {
    int next = index + 1;
    if (next < words.size() && StreetWords.directional(words.get(next)) != null) {
      next++;
    }
    return next >= words.size()
        || Unit.startsAt(words, next, false)
        || (next == words.size() - 1 && Unit.isNumberLike(words.get(next)));
  }

  private static Optional<Street> numberedRoad(
      String number, String predirectional, List<String> words) {
    String line = String.join(" ", words);
    Matcher road = NUMBERED_ROAD.matcher(line);
    if (!road.lookingAt()) {
      return Optional.empty();
    }
    String name = ROADS.getOrDefault(road.group(1), road.group(1)) + " " + road.group(2);
    String behind = line.substring(road.end()).strip();
    List<String> rest = behind.isEmpty() ? List.of() : List.of(behind.split(" "));
    return Optional.of(ended(number, predirectional, name, "", rest));
  }

  private static Street named(String number, String predirectional, List<String> words) {
    int end = end(words);
    for (int index = end - 1; index > 0; index--) {
      String suffix = StreetWords.suffix(words.get(index));
      if (suffix != null && endsStreet(words, index)) {
        String name = name(words.subList(0, index), true);
        return ended(number, predirectional, name, suffix, words.subList(index + 1, words.size()));
      }
    }
    boolean directed = end > 1 && StreetWords.directional(words.get(end - 1)) != null;
    int nameEnd = directed ? end - 1 : end;
    return ended(
        number,
        predirectional,
        name(words.subList(0, nameEnd), false),
        "",
        words.subList(nameEnd, words.size()));
  }

  /// Where the unit starts: surely at a hash or a designator with a number, behind a suffix at any
  /// designator.
  private static int end(List<String> words) {
    boolean behindSuffix = false;
    for (int index = 1; index < words.size(); index++) {
      if (Unit.startsAt(words, index, !behindSuffix)) {
        return index;
      }
      behindSuffix |= StreetWords.suffix(words.get(index)) != null;
    }
    return words.size();
  }

  private static Street ended(
      String number, String predirectional, String name, String suffix, List<String> rest) {
    String postdirectional = rest.isEmpty() ? null : StreetWords.directional(rest.getFirst());
    List<String> unit = postdirectional == null ? rest : rest.subList(1, rest.size());
    return new Street(
        number,
        predirectional,
        name,
        suffix,
        postdirectional == null ? "" : postdirectional,
        Unit.text(unit));
  }

  private static String name(List<String> words, boolean beforeSuffix) {
    if (words.size() == 1) {
      String word = StreetWords.ordinal(words.getFirst());
      return beforeSuffix && DIGITS.matcher(word).matches() ? ordinal(word) : word;
    }
    String first = words.getFirst();
    String spelled = FIRST_WORDS.getOrDefault(first, first);
    return spelled + " " + String.join(" ", words.subList(1, words.size()));
  }

  private static String ordinal(String digits) {
    int value = Integer.parseInt(digits);
    boolean teen = value % 100 >= 11 && value % 100 <= 13;
    return value
        + switch (teen ? 0 : value % 10) {
          case 1 -> "ST";
          case 2 -> "ND";
          case 3 -> "RD";
          default -> "TH";
        };
  }

  private static String joined(List<String> words) {
    StringBuilder letters = new StringBuilder();
    for (String word : words) {
      letters.append(StreetWords.directional(word));
    }
    return letters.toString();
  }
}
