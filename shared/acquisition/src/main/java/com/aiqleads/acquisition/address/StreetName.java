package com.aiqleads.acquisition.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands between the number and the end of a delivery line.
final class StreetName {

  private static final Set<String> AVENUES = Set.of("AVENUE", "AVE", "AV");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
  private static final Pattern ORDINAL = Pattern.compile("\\d++(?:ST|ND|RD|TH)");

  private final String number;

  private StreetName(String number) {
    this.number = number;
  }

  static Optional<Street> parse(String number, List<String> written) {
    List<String> words = Unit.spelledOut(NumberedRoad.parted(written));
    if (words.isEmpty() || Unit.startsAt(words, 0, true) || isOnlyAStreet(words)) {
      return Optional.empty();
    }
    StreetName street = new StreetName(number);
    return street.numberedRoad("", words).or(() -> Optional.of(street.directed(words)));
  }

  /// `5 ST` is a street without a house.
  private static boolean isOnlyAStreet(List<String> words) {
    return StreetWords.isPlainSuffix(words.getFirst())
        && (words.size() == 1 || words.get(1).equals("AND"));
  }

  private Street directed(List<String> words) {
    int start = directionals(words);
    String predirectional = joined(words.subList(0, start));
    List<String> rest = NumberedRoad.parted(words.subList(start, words.size()));
    return numberedRoad(predirectional, rest).orElseGet(() -> named(predirectional, rest));
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
    int next = index + 1 + directionalsAt(words, index + 1);
    return next >= words.size()
        || Unit.startsAt(words, next, false)
        || (next == words.size() - 1 && Unit.isNumberLike(words.get(next)));
  }

  private static int directionalsAt(List<String> words, int index) {
    if (index >= words.size() || StreetWords.directional(words.get(index)) == null) {
      return 0;
    }
    boolean two =
        index + 1 < words.size()
            && StreetWords.directional(words.get(index + 1)) != null
            && StreetWords.directional(joined(words.subList(index, index + 2))) != null;
    return two ? 2 : 1;
  }

  private Optional<Street> numberedRoad(String predirectional, List<String> words) {
    return NumberedRoad.at(words)
        .map(
            road ->
                alongside(predirectional, road.name(), words.subList(road.words(), words.size())));
  }

  /// `HIGHWAY 11 BYP`, but `HIGHWAY 3 BYPASS RD` and `HIGHWAY 71 BUSINESS`.
  private Street alongside(String predirectional, String road, List<String> behind) {
    int end = 0;
    while (end < behind.size() && isOfRoad(behind, end)) {
      end++;
    }
    String suffix = end == 0 ? null : StreetWords.suffix(behind.get(end - 1));
    int nameEnd = suffix == null ? end : end - 1;
    List<String> name = new ArrayList<>(List.of(road));
    behind
        .subList(0, nameEnd)
        .forEach(word -> name.add(StreetWords.BESIDE_ROADS.getOrDefault(word, word)));
    return ended(
        predirectional, String.join(" ", name), suffix, behind.subList(end, behind.size()));
  }

  private static boolean isOfRoad(List<String> behind, int index) {
    return !Unit.startsAt(behind, index, false)
        && !Unit.isNumberLike(behind.get(index))
        && StreetWords.directional(behind.get(index)) == null;
  }

  private Street named(String predirectional, List<String> words) {
    int end = end(words);
    if (isLetteredAvenue(words, end)) {
      return ended(predirectional, "AVENUE " + words.get(1), "", words.subList(end, words.size()));
    }
    for (int index = end - 1; index > 0; index--) {
      String suffix = StreetWords.suffix(words.get(index));
      if (suffix != null && endsStreet(words, index)) {
        String name = name(words.subList(0, index), true);
        return ended(predirectional, name, suffix, words.subList(index + 1, words.size()));
      }
    }
    int nameEnd = nameEnd(words, end);
    return ended(
        predirectional,
        name(words.subList(0, nameEnd), false),
        "",
        words.subList(nameEnd, words.size()));
  }

  /// Without a suffix, the directional in front of the unit is none of the name.
  private static int nameEnd(List<String> words, int end) {
    for (int start = Math.max(1, end - 2); start < end; start++) {
      if (directionalsAt(words.subList(0, end), start) == end - start) {
        return start;
      }
    }
    return end;
  }

  /// The `N` of `AVENUE N` is no directional.
  private static boolean isLetteredAvenue(List<String> words, int end) {
    return end == 2 && AVENUES.contains(words.getFirst()) && words.get(1).length() == 1;
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

  private Street ended(
      String predirectional, String name, @Nullable String suffix, List<String> rest) {
    int directionals = directionalsAt(rest, 0);
    return new Street(
        number,
        predirectional,
        name,
        suffix == null ? "" : suffix,
        joined(rest.subList(0, directionals)),
        Unit.text(rest.subList(directionals, rest.size())));
  }

  private static String name(List<String> written, boolean beforeSuffix) {
    List<String> words = new ArrayList<>(StreetWords.ordinals(written));
    if (words.size() == 1) {
      String word = words.getFirst();
      return beforeSuffix && DIGITS.matcher(word).matches() ? StreetWords.ordinal(word) : word;
    }
    words.replaceAll(StreetWords::spelledOut);
    words.set(0, StreetWords.first(written.getFirst(), words.getFirst()));
    int last = words.size() - 1;
    boolean streetOfStreet = beforeSuffix && !ORDINAL.matcher(words.get(last)).matches();
    if (streetOfStreet) {
      words.set(last, StreetWords.plainSuffix(words.get(last)));
    }
    return String.join(" ", words);
  }

  private static String joined(List<String> words) {
    StringBuilder letters = new StringBuilder();
    for (String word : words) {
      letters.append(StreetWords.directional(word));
    }
    return letters.toString();
  }
}
