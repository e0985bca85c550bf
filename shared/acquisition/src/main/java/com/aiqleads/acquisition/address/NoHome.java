package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.address.AddressReading.Fault;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Why a text that stands in the place of a street names no home.
final class NoHome {

  private static final Set<String> BETWEEN = Set.of("AND", "AT");
  private static final Set<String> CORNERS = Set.of("CORNER", "INTERSECTION");
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "ADDRESS",
          "AD",
          "ASK",
          "AVAILABLE",
          "CALL",
          "CONFIDENTIAL",
          "CONTACT",
          "DESCRIPTION",
          "DISCLOSED",
          "EMAIL",
          "HIDDEN",
          "HTTP",
          "HTTPS",
          "INQUIRE",
          "MESSAGE",
          "NA",
          "NONE",
          "NULL",
          "PRIVATE",
          "REQUEST",
          "SEE",
          "SELLER",
          "TBA",
          "TBD",
          "TEXT",
          "UNDISCLOSED",
          "UNKNOWN",
          "UNLISTED",
          "WITHHELD",
          "WWW");
  private static final Set<String> MEASURES =
      Set.of(
          "AC",
          "ACRE",
          "ACRES",
          "BA",
          "BATH",
          "BATHROOM",
          "BATHROOMS",
          "BATHS",
          "BD",
          "BDRM",
          "BED",
          "BEDROOM",
          "BEDROOMS",
          "BEDS",
          "BR",
          "CAR",
          "DAYS",
          "HOUR",
          "HOURS",
          "KM",
          "MILE",
          "MILES",
          "MIN",
          "MINS",
          "MINUTE",
          "MINUTES",
          "SF",
          "SQ",
          "SQFT",
          "STORIES",
          "STORY",
          "YEAR",
          "YEARS");
  private static final List<String> SQUARE_FEET = List.of("SQ", "FT");
  private static final Pattern ROOMS = Pattern.compile("\\d++(?:BR|BD|BA|BED|BATH)S?.*");

  private NoHome() {}

  /// Whether a text with a number in front is a measure all the same: `2 car garage`.
  static boolean isMeasure(List<String> words) {
    boolean counts = words.size() > 1 && MEASURES.contains(words.get(1));
    boolean rooms = !words.isEmpty() && ROOMS.matcher(words.getFirst()).matches();
    boolean area = words.size() > 2 && words.subList(1, 3).equals(SQUARE_FEET);
    return area || ((counts || rooms) && !endsAsStreet(words));
  }

  static boolean hasNoLetter(List<String> words) {
    return words.stream()
        .noneMatch(word -> word.chars().anyMatch(each -> each >= 'A' && each <= 'Z'));
  }

  static Fault faultOf(String line, List<String> words) {
    if (hasNoLetter(words) || isMeasure(words) || words.equals(List.of("N", "A"))) {
      return Fault.NO_ADDRESS;
    }
    if (isCorner(line, words)) {
      return Fault.INTERSECTION;
    }
    boolean silent = words.stream().anyMatch(SAYS_NOTHING::contains) || line.indexOf('@') >= 0;
    return silent && !endsAsStreet(words) ? Fault.NO_ADDRESS : Fault.NO_HOUSE_NUMBER;
  }

  private static boolean isCorner(String line, List<String> words) {
    if (words.stream().anyMatch(CORNERS::contains)) {
      return true;
    }
    for (int index = 1; index + 1 < words.size(); index++) {
      if (BETWEEN.contains(words.get(index)) && isStreet(words)) {
        return true;
      }
    }
    return line.indexOf('/') > 0 && endsAsStreet(words);
  }

  private static boolean isStreet(List<String> words) {
    return words.stream()
        .anyMatch(word -> StreetWords.suffix(word) != null || AddressWords.hasDigit(word));
  }

  private static boolean endsAsStreet(List<String> words) {
    return words.size() > 1 && StreetWords.suffix(words.getLast()) != null;
  }
}
