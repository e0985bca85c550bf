package com.aiqleads.acquisition.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a building, behind the street: `APT 4`, `BLDG 2 APT 4`, `PH 3`, `REAR`, and `# 72`
/// where the designator is not known.
final class Unit {

  private static final String HASH = "#";
  private static final Set<String> NUMBER_WORDS = Set.of("NO", "NUM", "NUMBER");
  private static final String FLOOR = "FL";
  private static final Pattern STOREY = Pattern.compile("(\\d++)(?:ST|ND|RD|TH)");
  private static final Pattern GLUED = Pattern.compile("([A-Z]{2,9}+)-?(\\d++[A-Z]?)");

  private final List<String> parts = new ArrayList<>();
  private @Nullable String designator;
  private String id = "";

  private Unit() {}

  /// The same words with each designator in front of its number, as words of their own:
  /// `2ND FLOOR`, `APT4` and `NO 72` are `FL 2`, `APT 4` and `# 72`.
  static List<String> spelledOut(List<String> words) {
    List<String> spelled = new ArrayList<>();
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      String next = index + 1 < words.size() ? words.get(index + 1) : "";
      Matcher storey = STOREY.matcher(word);
      Matcher glued = GLUED.matcher(word);
      if (index > 0 && isFloor(next) && storey.matches()) {
        spelled.addAll(List.of(FLOOR, storey.group(1)));
        index++;
      } else if (index > 0 && glued.matches() && isDesignator(glued.group(1))) {
        spelled.addAll(List.of(glued.group(1), glued.group(2)));
      } else if (index > 0 && NUMBER_WORDS.contains(word) && AddressWords.hasDigit(next)) {
        spelled.add(HASH);
      } else {
        spelled.add(word);
      }
    }
    return spelled;
  }

  private static boolean isFloor(String word) {
    return FLOOR.equals(StreetWords.numberedUnit(word));
  }

  /// Whether the words from here on name a unit. While the street may still go on, only a
  /// designator with something like a number does: `LAKE FRONT` is a name.
  static boolean startsAt(List<String> words, int index, boolean streetMayGoOn) {
    String word = words.get(index);
    if (word.equals(HASH)) {
      return true;
    }
    boolean numbered = index + 1 < words.size() && isNumberLike(words.get(index + 1));
    return streetMayGoOn
        ? StreetWords.numberedUnit(word) != null && numbered
        : isDesignator(word) && (numbered || !goesOn(words, index + 1));
  }

  /// `LAKE PARK LOWER ROAD`: what follows is the end of a street.
  private static boolean goesOn(List<String> words, int index) {
    return index < words.size()
        && !isDesignator(words.get(index))
        && StreetWords.suffix(words.get(index)) != null;
  }

  /// Has a digit, or is one letter.
  static boolean isNumberLike(String word) {
    return word.length() == 1 || AddressWords.hasDigit(word);
  }

  static @Nullable String text(List<String> words) {
    Unit unit = new Unit();
    words.forEach(unit::take);
    unit.close();
    return unit.parts.isEmpty() ? null : String.join(" ", unit.parts);
  }

  private void take(String word) {
    if (word.equals(HASH)) {
      return;
    }
    if (isDesignator(word)) {
      close();
      String numbered = StreetWords.numberedUnit(word);
      designator = numbered == null ? StreetWords.loneUnit(word) : numbered;
      return;
    }
    id = id + word;
  }

  private void close() {
    boolean alone = designator != null && StreetWords.loneUnit(designator) != null;
    if (!id.isEmpty()) {
      parts.add((designator == null ? HASH : designator) + " " + id);
    } else if (alone) {
      parts.add(String.valueOf(designator));
    }
    designator = null;
    id = "";
  }

  static boolean isDesignator(String word) {
    return StreetWords.numberedUnit(word) != null || StreetWords.loneUnit(word) != null;
  }
}
