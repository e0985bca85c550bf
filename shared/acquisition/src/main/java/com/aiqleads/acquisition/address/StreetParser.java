package com.aiqleads.acquisition.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a delivery line apart from both ends: number in front, unit behind, then directionals and
/// suffix; what is left is the name.
final class StreetParser {

  static final int MAX_LENGTH = 200;

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d++[A-Z]?(?:-\\d*+[A-Z]?)?|[NSEW]?\\d++[NSEW]\\d++|[NSEW]\\d++|\\d++\\.\\d++");
  private static final Pattern GRID_PART = Pattern.compile("[NSEW]\\d++");
  private static final Pattern FRACTION = Pattern.compile("[1-9]\\d?/[1-9]\\d?");
  private static final Pattern WITH_FRACTION = Pattern.compile("(\\d++)-([1-9]\\d?/[1-9]\\d?)");
  private static final Pattern NOTHING = Pattern.compile("0++");

  private StreetParser() {}

  static Optional<Street> parse(String line) {
    return line.length() > MAX_LENGTH ? Optional.empty() : parse(AddressWords.of(line));
  }

  private static Optional<Street> parse(List<String> words) {
    Optional<Street> box = Boxes.parse(words);
    if (box.isPresent()) {
      return box;
    }
    return Boxes.isPrivateMailbox(words)
        ? Optional.of(Street.box(String.join(" ", words)))
        : withNumber(unitLast(new ArrayList<>(Boxes.withoutPostBox(words))));
  }

  static boolean isNumber(String word) {
    return NUMBER.matcher(word).matches() && !NOTHING.matcher(word).matches();
  }

  private static Optional<Street> withNumber(List<String> words) {
    String number = number(words);
    return number.isEmpty() ? Optional.empty() : StreetName.parse(number, words);
  }

  /// Takes the number off the words; empty if there is none.
  private static String number(List<String> words) {
    if (words.isEmpty()) {
      return "";
    }
    Matcher mixed = WITH_FRACTION.matcher(words.getFirst());
    if (mixed.matches()) {
      words.removeFirst();
      return mixed.group(1) + " " + mixed.group(2);
    }
    if (!isNumber(words.getFirst())) {
      return "";
    }
    String number = words.removeFirst();
    if (words.isEmpty()) {
      return number;
    }
    if (FRACTION.matcher(words.getFirst()).matches()) {
      return number + " " + words.removeFirst();
    }
    boolean isGrid = isGridPart(number) && isGridPart(words.getFirst());
    return isGrid ? number + words.removeFirst() : number;
  }

  private static boolean isGridPart(String word) {
    return GRID_PART.matcher(word).matches();
  }

  /// `APT 4 12 MAIN ST` is `12 MAIN ST APT 4`.
  private static List<String> unitLast(List<String> words) {
    boolean unitFirst = words.size() > 3 && Unit.startsAt(words, 0, true) && isNumber(words.get(2));
    if (unitFirst) {
      words.add(words.removeFirst());
      words.add(words.removeFirst());
    }
    return words;
  }
}
