package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private static final List<String> ONES =
      List.of(
          "FIRST",
          "SECOND",
          "THIRD",
          "FOURTH",
          "FIFTH",
          "SIXTH",
          "SEVENTH",
          "EIGHTH",
          "NINTH",
          "TENTH",
          "ELEVENTH",
          "TWELFTH",
          "THIRTEENTH",
          "FOURTEENTH",
          "FIFTEENTH",
          "SIXTEENTH",
          "SEVENTEENTH",
          "EIGHTEENTH",
          "NINETEENTH");
  private static final List<String> TENS =
      List.of("TWENT", "THIRT", "FORT", "FIFT", "SIXT", "SEVENT", "EIGHT", "NINET");
  private static final Map<String, String> ORDINALS = ordinals();

  /// What streets are mostly called, with the word that stands for it within a name.
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("ST", "STREET"),
          Map.entry("AVE", "AVENUE"),
          Map.entry("RD", "ROAD"),
          Map.entry("DR", "DRIVE"),
          Map.entry("LN", "LANE"),
          Map.entry("BLVD", "BOULEVARD"),
          Map.entry("CT", "COURT"),
          Map.entry("PL", "PLACE"),
          Map.entry("CIR", "CIRCLE"),
          Map.entry("TER", "TERRACE"),
          Map.entry("TRL", "TRAIL"),
          Map.entry("WAY", "WAY"),
          Map.entry("PKWY", "PARKWAY"),
          Map.entry("HWY", "HIGHWAY"),
          Map.entry("SQ", "SQUARE"));

  /// Abbreviations that mean one thing wherever in a name they stand.
  private static final Map<String, String> WITHIN_NAMES =
      Map.of(
          "MTN", "MOUNTAIN",
          "HTS", "HEIGHTS",
          "SPGS", "SPRINGS",
          "VLY", "VALLEY",
          "CRK", "CREEK",
          "HBR", "HARBOR",
          "RDG", "RIDGE",
          "BCH", "BEACH",
          "LK", "LAKE");

  /// What belongs to the name of a road with a number.
  static final Map<String, String> BESIDE_ROADS =
      Map.of("BYP", "BYPASS", "BUS", "BUSINESS", "BUSN", "BUSINESS", "ALT", "ALTERNATE");

  private static final Map<String, String> FIRST_WORDS =
      Map.of("SAINT", "ST", "MOUNT", "MT", "FORT", "FT");
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

  /// Whether a word hardly ever is anything but the end of a street: `ROAD`, but not `PARK`.
  static boolean isPlainSuffix(String word) {
    return PLAIN.containsKey(SUFFIXES.getOrDefault(word, ""));
  }

  /// `AVE` as a part of the name is `AVENUE`.
  static String plainSuffix(String word) {
    return PLAIN.getOrDefault(SUFFIXES.getOrDefault(word, ""), word);
  }

  static String spelledOut(String word) {
    return WITHIN_NAMES.getOrDefault(word, word);
  }

  /// `SAINT JOHNS` is `ST JOHNS`, and no `STREET JOHNS`.
  static String first(String written, String otherwise) {
    return FIRST_WORDS.getOrDefault(written, otherwise);
  }

  /// A designator that asks for a number or letter, such as APT.
  static @Nullable String numberedUnit(String word) {
    return NUMBERED_UNITS.get(word);
  }

  /// A designator that stands alone, such as REAR.
  static @Nullable String loneUnit(String word) {
    return LONE_UNITS.get(word);
  }

  /// The words with ordinals in digits; `TWENTY FIRST` are two words, `TWENTY-FIRST` is one.
  static List<String> ordinals(List<String> words) {
    List<String> spelled = new ArrayList<>(words);
    if (spelled.size() > 1) {
      String two = ORDINALS.get(spelled.get(0) + "-" + spelled.get(1));
      if (two != null) {
        spelled.removeFirst();
        spelled.set(0, two);
      }
    }
    spelled.set(0, ORDINALS.getOrDefault(spelled.getFirst(), spelled.getFirst()));
    return spelled;
  }

  static String ordinal(String digits) {
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

  private static Map<String, String> ordinals() {
    Map<String, String> ordinals = new HashMap<>();
    for (int one = 1; one <= ONES.size(); one++) {
      ordinals.put(ONES.get(one - 1), ordinal(String.valueOf(one)));
    }
    for (int ten = 2; ten <= TENS.size() + 1; ten++) {
      String tens = TENS.get(ten - 2);
      ordinals.put(tens + "IETH", ordinal(String.valueOf(ten * 10)));
      for (int one = 1; one < 10; one++) {
        ordinals.put(tens + "Y-" + ONES.get(one - 1), ordinal(String.valueOf(ten * 10 + one)));
      }
    }
    return Map.copyOf(ordinals);
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
