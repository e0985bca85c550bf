package com.aiqleads.acquisition.address;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a building, behind the street: `APT 4`, `BLDG 2 APT 4`, `PH 3`, `REAR`, and `# 72`
/// where the designator is not known.
final class Unit {

  private static final String HASH = "#";

  private final List<String> parts = new ArrayList<>();
  private @Nullable String designator;
  private String id = "";

  private Unit() {}

  /// Whether the words from here on name a unit. While the street may still go on, only a
  /// designator with something like a number does: `LAKE FRONT` is a name.
  static boolean startsAt(List<String> words, int index, boolean streetMayGoOn) {
    String word = words.get(index);
    if (word.equals(HASH)) {
      return true;
    }
    if (!streetMayGoOn) {
      return isDesignator(word);
    }
    return StreetWords.numberedUnit(word) != null
        && index + 1 < words.size()
        && isNumberLike(words.get(index + 1));
  }

  /// Has a digit, or is one letter.
  static boolean isNumberLike(String word) {
    return word.length() == 1
        || word.chars().anyMatch(character -> character >= '0' && character <= '9');
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

  private static boolean isDesignator(String word) {
    return StreetWords.numberedUnit(word) != null || StreetWords.loneUnit(word) != null;
  }
}
