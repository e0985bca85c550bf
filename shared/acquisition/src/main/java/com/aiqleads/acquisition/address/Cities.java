package com.aiqleads.acquisition.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of cities, spelled out as Publication 28 asks: `St. Petersburg` is `SAINT PETERSBURG`.
final class Cities {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DROPPED = Pattern.compile("['’`.]");
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Z-]+");
  private static final Map<String, String> FIRST_WORDS =
      Map.of(
          "ST", "SAINT", "STE", "SAINTE", "FT", "FORT", "MT", "MOUNT", "N", "NORTH", "S", "SOUTH",
          "E", "EAST", "W", "WEST");

  private Cities() {}

  static String normalised(@Nullable String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    String words = NO_LETTER.matcher(DROPPED.matcher(dotted(plain)).replaceAll("")).replaceAll(" ");
    String city = words.strip();
    int first = city.indexOf(' ');
    return first < 0
        ? city
        : FIRST_WORDS.getOrDefault(city.substring(0, first), city.substring(0, first))
            + city.substring(first);
  }

  /// `ST.PAUL` are two words.
  private static String dotted(String text) {
    return text.replace(".", ". ");
  }
}
