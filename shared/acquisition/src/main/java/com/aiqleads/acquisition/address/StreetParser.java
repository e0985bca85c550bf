package com.aiqleads.acquisition.address;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a delivery line apart from both ends: number in front, unit behind, then directionals and
/// suffix; what is left is the name.
final class StreetParser {

  private static final int MAX_LENGTH = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DROPPED =
      Pattern.compile("(?<!\\d)\\.|\\.(?!\\d)|(?<![0-9A-Z])[-/]|[-/](?![0-9A-Z])|['’`\"]");
  private static final Pattern NO_WORD = Pattern.compile("[^0-9A-Z./#-]+");
  private static final Pattern HASH = Pattern.compile("#+");
  private static final Pattern NUMBER =
      Pattern.compile("\\d+[A-Z]?(-\\d*[A-Z]?)?|[NSEW]\\d+[NSEW]\\d+|\\d+\\.\\d+");
  private static final Pattern FRACTION = Pattern.compile("[1-9]/[1-9]");
  private static final Pattern PO_BOX =
      Pattern.compile("(?:P ?O|POST OFFICE)? ?(?:BOX|DRAWER|POBOX) #? ?([0-9A-Z-]+)");
  private static final Pattern RURAL_ROUTE =
      Pattern.compile(
          "(?:RR|R R|RFD|RD|RURAL (?:ROUTE|RTE|RT)) #? ?(\\d+) (?:BOX|#) #? ?([0-9A-Z-]+)");
  private static final Pattern HIGHWAY_CONTRACT =
      Pattern.compile("(?:HC|HIGHWAY CONTRACT|STAR ROUTE) #? ?(\\d+) (?:BOX|#) #? ?([0-9A-Z-]+)");

  private StreetParser() {}

  static Optional<Street> parse(String line) {
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String clean = clean(line);
    return box(clean).or(() -> withNumber(clean));
  }

  private static String clean(String line) {
    String upper =
        MARKS
            .matcher(Normalizer.normalize(line, Normalizer.Form.NFKD))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    String kept = DROPPED.matcher(upper).replaceAll(match -> isMark(match.group()) ? " " : "");
    String words = NO_WORD.matcher(kept).replaceAll(" ");
    return HASH.matcher(words).replaceAll(" # ").replaceAll(" +", " ").strip();
  }

  private static boolean isMark(String dropped) {
    return dropped.equals("-") || dropped.equals("/");
  }

  private static Optional<Street> box(String clean) {
    Matcher postBox = PO_BOX.matcher(clean);
    if (postBox.matches()) {
      return Optional.of(Street.box("PO BOX " + postBox.group(1)));
    }
    Matcher route = RURAL_ROUTE.matcher(clean);
    if (route.matches()) {
      return Optional.of(Street.box("RR " + route.group(1) + " BOX " + route.group(2)));
    }
    Matcher contract = HIGHWAY_CONTRACT.matcher(clean);
    return contract.matches()
        ? Optional.of(Street.box("HC " + contract.group(1) + " BOX " + contract.group(2)))
        : Optional.empty();
  }

  private static Optional<Street> withNumber(String clean) {
    List<String> words = unitLast(new ArrayList<>(List.of(clean.split(" "))));
    if (!NUMBER.matcher(words.getFirst()).matches()) {
      return Optional.empty();
    }
    String number = words.removeFirst();
    if (!words.isEmpty() && FRACTION.matcher(words.getFirst()).matches()) {
      number = number + " " + words.removeFirst();
    }
    return StreetName.parse(number, words);
  }

  /// `APT 4 12 MAIN ST` is `12 MAIN ST APT 4`.
  private static List<String> unitLast(List<String> words) {
    boolean unitFirst =
        words.size() > 3 && Unit.startsAt(words, 0, true) && NUMBER.matcher(words.get(2)).matches();
    if (unitFirst) {
      words.add(words.removeFirst());
      words.add(words.removeFirst());
    }
    return words;
  }
}
