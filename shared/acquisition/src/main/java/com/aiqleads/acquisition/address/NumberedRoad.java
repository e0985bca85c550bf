package com.aiqleads.acquisition.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A road that is called by its number. Its words are its name, so they are spelled out: `CR 20` is
/// `COUNTY ROAD 20`; a state in front is two letters: `KENTUCKY 440` is `KY HIGHWAY 440`.
///
/// @param words how many words of the line it takes
record NumberedRoad(String name, int words) {

  private static final String HIGHWAY = "HIGHWAY";
  private static final String OLD = "OLD";
  private static final String STATE_ROAD = "STATE ROAD";
  private static final Set<String> OWNERS = Set.of("COUNTY", "STATE", "TOWNSHIP");
  private static final Map<String, String> OWNER_SPELLINGS =
      Map.of(
          "COUNTY",
          "COUNTY",
          "CNTY",
          "COUNTY",
          "CO",
          "COUNTY",
          "STATE",
          "STATE",
          "ST",
          "STATE",
          "TOWNSHIP",
          "TOWNSHIP",
          "TWP",
          "TOWNSHIP");
  private static final Map<String, String> KINDS =
      Map.of(
          "ROAD", "ROAD", "RD", "ROAD", HIGHWAY, HIGHWAY, "HWY", HIGHWAY, "HIWAY", HIGHWAY, "ROUTE",
          "ROUTE", "RTE", "ROUTE", "RT", "ROUTE");
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("CR", "COUNTY ROAD"),
          Map.entry("SR", STATE_ROAD),
          Map.entry("SH", "STATE HIGHWAY"),
          Map.entry("TSR", "TOWNSHIP ROAD"),
          Map.entry("I", "INTERSTATE"),
          Map.entry("IH", "INTERSTATE"),
          Map.entry("INTERSTATE", "INTERSTATE"),
          Map.entry("US", "US HIGHWAY"),
          Map.entry("FM", "FM"),
          Map.entry("EXPRESSWAY", "EXPRESSWAY"),
          Map.entry("LOOP", "LOOP"));
  private static final Set<String> BEFORE_HIGHWAY = Set.of("US", "I", "IH", "INTERSTATE");
  private static final Pattern NUMBER = Pattern.compile("[A-Z]?\\d++[A-Z]{0,2}|\\d++\\.\\d++");
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,2}");
  private static final Pattern GLUED =
      Pattern.compile("(CR|SR|SH|TSR|I|IH|US|FM|HWY|RT|RTE)-?(\\d++[A-Z]{0,2})");

  static Optional<NumberedRoad> at(List<String> words) {
    if (words.size() > 2 && words.getFirst().equals(OLD)) {
      return road(parted(words.subList(1, words.size())))
          .map(road -> new NumberedRoad(OLD + " " + road.name(), road.words() + 1));
    }
    return road(words);
  }

  private static Optional<NumberedRoad> road(List<String> words) {
    State state = State.at(words);
    Optional<NumberedRoad> road = kind(words, state.words()).flatMap(kind -> kind.named(words));
    Optional<NumberedRoad> named =
        road.or(() -> state.words() == 0 ? Optional.empty() : numbered(words, state.words()));
    return named.map(
        found ->
            state.words() == 0
                ? found
                : new NumberedRoad(state.code() + " " + found.name(), found.words()));
  }

  /// `US-17` and `I10` are two words each.
  static List<String> parted(List<String> words) {
    Matcher glued = GLUED.matcher(words.isEmpty() ? "" : words.getFirst());
    if (!glued.matches()) {
      return words;
    }
    List<String> parted = new ArrayList<>(List.of(glued.group(1), glued.group(2)));
    parted.addAll(words.subList(1, words.size()));
    return parted;
  }

  /// `KENTUCKY 440`
  private static Optional<NumberedRoad> numbered(List<String> words, int at) {
    boolean isNumber =
        at < words.size()
            && NUMBER.matcher(words.get(at)).matches()
            && (at + 1 == words.size() || StreetWords.suffix(words.get(at + 1)) == null);
    return isNumber
        ? Optional.of(new NumberedRoad(HIGHWAY + " " + words.get(at), at + 1))
        : Optional.empty();
  }

  private static Optional<Kind> kind(List<String> words, int at) {
    if (words.size() > at + 3
        && words.subList(at, at + 3).equals(List.of("FARM", "TO", "MARKET"))) {
      return Optional.of(new Kind("FM", at + (isKind(words, at + 3) ? 4 : 3), false));
    }
    String word = at < words.size() ? words.get(at) : "";
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    if (word.equals("RANCH") && KINDS.getOrDefault(next, "").equals("ROAD")) {
      return Optional.of(new Kind("RANCH ROAD", at + 2, false));
    }
    String owner = OWNER_SPELLINGS.get(word);
    if (owner != null && KINDS.containsKey(next)) {
      return Optional.of(new Kind(owner + " " + KINDS.get(next), at + 2, OWNERS.contains(owner)));
    }
    return alone(word, next, at);
  }

  private static Optional<Kind> alone(String word, String next, int at) {
    if (BEFORE_HIGHWAY.contains(word) && KINDS.containsKey(next) && !next.equals("ROAD")) {
      return Optional.of(new Kind(SHORT.getOrDefault(word, word), at + 2, false));
    }
    if (KINDS.containsKey(word) && next.equals("FM")) {
      return Optional.of(new Kind("FM", at + 2, false));
    }
    String kind = SHORT.getOrDefault(word, KINDS.getOrDefault(word, ""));
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kind(kind, at + 1, kind.equals(STATE_ROAD)));
  }

  private static boolean isKind(List<String> words, int at) {
    return at < words.size() && KINDS.containsKey(words.get(at));
  }

  /// @param end where its number must stand
  /// @param mayBeLetters `COUNTY ROAD K`, but `HIGHWAY A` is a street
  private record Kind(String name, int end, boolean mayBeLetters) {

    Optional<NumberedRoad> named(List<String> words) {
      String id = end < words.size() ? words.get(end) : "";
      boolean letters = mayBeLetters && LETTERS.matcher(id).matches() && isLast(words);
      if (!letters && !NUMBER.matcher(id).matches()) {
        return Optional.empty();
      }
      String kind = letters && words.get(end - 1).equals("SR") ? "STATE ROUTE" : name;
      boolean twice =
          kind.endsWith(HIGHWAY)
              && end + 1 < words.size()
              && HIGHWAY.equals(KINDS.get(words.get(end + 1)));
      return Optional.of(new NumberedRoad(kind + " " + id, end + (twice ? 2 : 1)));
    }

    /// `COUNTY ROAD CT` is a court.
    private boolean isLast(List<String> words) {
      return StreetWords.suffix(words.get(end)) == null
          && (end + 1 == words.size()
              || Unit.startsAt(words, end + 1, false)
              || StreetWords.directional(words.get(end + 1)) != null);
    }
  }

  /// The state in front of a road's number, in as many words as it takes.
  private record State(String code, int words) {

    private static final State NONE = new State("", 0);

    static State at(List<String> words) {
      for (int count = 2; count > 0; count--) {
        if (count < words.size()) {
          String spelled = String.join(" ", words.subList(0, count));
          Optional<String> code = States.code(spelled);
          if (code.isPresent() && !isOther(words, count)) {
            return new State(code.get(), count);
          }
        }
      }
      return NONE;
    }

    /// `CO RD 33` is no road of Colorado's, and `NE 2 AVE` is not in Nebraska.
    private static boolean isOther(List<String> words, int count) {
      String first = words.getFirst();
      return (StreetWords.directional(first) != null && count == 1)
          || (first.equals("CO") && KINDS.containsKey(words.get(count)));
    }
  }
}
