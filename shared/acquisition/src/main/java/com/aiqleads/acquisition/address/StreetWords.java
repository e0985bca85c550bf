package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Resources;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of Publication 28: each spelling with the abbreviation that stands for it.
final class StreetWords {

  private static final Map<String, String> DIRECTIONALS =
      Map.ofEntries(
          Map.entry("N", "N"), Map.entry("NORTH", "N"),
          Map.entry("S", "S"), Map.entry("SOUTH", "S"),
          Map.entry("E", "E"), Map.entry("EAST", "E"),
          Map.entry("W", "W"), Map.entry("WEST", "W"),
          Map.entry("NE", "NE"), Map.entry("NORTHEAST", "NE"),
          Map.entry("NW", "NW"), Map.entry("NORTHWEST", "NW"),
          Map.entry("SE", "SE"), Map.entry("SOUTHEAST", "SE"),
          Map.entry("SW", "SW"), Map.entry("SOUTHWEST", "SW"));
  private static final Map<String, String> ORDINALS =
      Map.ofEntries(
          Map.entry("FIRST", "1ST"),
          Map.entry("SECOND", "2ND"),
          Map.entry("THIRD", "3RD"),
          Map.entry("FOURTH", "4TH"),
          Map.entry("FIFTH", "5TH"),
          Map.entry("SIXTH", "6TH"),
          Map.entry("SEVENTH", "7TH"),
          Map.entry("EIGHTH", "8TH"),
          Map.entry("NINTH", "9TH"),
          Map.entry("TENTH", "10TH"));
  private static final Map<String, String> SUFFIXES = table("suffixes.txt", "");
  private static final Map<String, String> NUMBERED_UNITS = table("units.txt", "+");
  private static final Map<String, String> LONE_UNITS = table("units.txt", "-");

  private StreetWords() {}

  static @Nullable String directional(String word) {
    return DIRECTIONALS.get(word);
  }

  static @Nullable String suffix(String word) {
    return SUFFIXES.get(word);
  }

  /// A designator that asks for a number or letter, such as APT.
  static @Nullable String numberedUnit(String word) {
    return NUMBERED_UNITS.get(word);
  }

  /// A designator that stands alone, such as REAR.
  static @Nullable String loneUnit(String word) {
    return LONE_UNITS.get(word);
  }

  static String ordinal(String word) {
    return ORDINALS.getOrDefault(word, word);
  }

  private static Map<String, String> table(String file, String mark) {
    Map<String, String> spellings = new HashMap<>();
    Resources.lines(StreetWords.class, file).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()).split(" "))
        .forEach(
            words -> {
              for (String word : words) {
                spellings.put(word, words[0]);
              }
            });
    return Map.copyOf(spellings);
  }
}
