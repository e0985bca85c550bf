package com.aiqleads.acquisition.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses without a street. The box on a rural route or a highway contract stands before one
/// home; every other box is where somebody fetches letters.
final class Boxes {

  private static final String ID = "([0-9A-Z][0-9A-Z-]*)";
  private static final Pattern POST_BOX =
      Pattern.compile(
          "(?:P ?O ?|POST ?OFFICE )(?:BOX|BX|B|DRAWER|LOCKBOX) (?:# |NO )?" + ID + ".*");
  private static final Pattern OTHER_BOX =
      Pattern.compile("(?:BOX|BX|DRAWER|BIN|LOCK ?BOX|(?:FIRM )?CALLER(?: BOX)?) (?:# |NO )?" + ID);
  private static final Pattern MILITARY =
      Pattern.compile("(?:PSC|CMR|OMC|UNIT) " + ID + " (?:BOX|BX) " + ID + ".*");
  private static final Pattern GENERAL_DELIVERY = Pattern.compile("GEN(?:ERAL)? DELIVERY.*");
  private static final Pattern RURAL_ROUTE =
      Pattern.compile(
          "(?:R ?R|RFD|RD|RT|RURAL (?:ROUTE|RTE|RT))(?: (?:ROUTE|RTE|RT))?+ ?(?:# |NO )?0*+(\\d+)"
              + " (?:BOX|BX|#)(?: #| NO)? "
              + ID
              + "(?: .*)?");
  private static final Pattern HIGHWAY_CONTRACT =
      Pattern.compile(
          "(?:HCR?|HIGHWAY CONTRACT|STAR)(?: (?:ROUTE|RTE|RT))?+ ?(?:# |NO )?0*+(\\d+)"
              + " (?:BOX|BX|#)(?: #| NO)? "
              + ID
              + "(?: .*)?");
  private static final Set<String> POST = Set.of("PO", "POB", "POBOX", "PMB");

  private Boxes() {}

  static Optional<Street> parse(List<String> words) {
    String line = String.join(" ", words);
    Matcher route = RURAL_ROUTE.matcher(line);
    if (route.matches()) {
      return Optional.of(Street.box("RR " + route.group(1) + " BOX " + route.group(2)));
    }
    Matcher contract = HIGHWAY_CONTRACT.matcher(line);
    if (contract.matches()) {
      return Optional.of(Street.box("HC " + contract.group(1) + " BOX " + contract.group(2)));
    }
    return postBox(line);
  }

  private static Optional<Street> postBox(String line) {
    for (Pattern pattern : List.of(POST_BOX, OTHER_BOX)) {
      Matcher box = pattern.matcher(line);
      if (box.matches()) {
        return Optional.of(Street.box("PO BOX " + box.group(1)));
      }
    }
    boolean elsewhere =
        MILITARY.matcher(line).matches() || GENERAL_DELIVERY.matcher(line).matches();
    return elsewhere ? Optional.of(Street.box(line)) : Optional.empty();
  }

  /// Whether a private mailbox stands behind the street: nobody lives there.
  static boolean isPrivateMailbox(List<String> words) {
    int at = words.indexOf("PMB");
    return at > 1 && at + 1 < words.size();
  }

  /// The words without a post box that is named behind the street, for those who write both.
  static List<String> withoutPostBox(List<String> words) {
    for (int index = 2; index + 1 < words.size(); index++) {
      if (POST.contains(words.get(index)) || isSpelledOut(words, index)) {
        return words.subList(0, index);
      }
    }
    return words;
  }

  private static boolean isSpelledOut(List<String> words, int index) {
    return index + 2 < words.size()
        && (words.subList(index, index + 2).equals(List.of("P", "O"))
            || words.subList(index, index + 2).equals(List.of("POST", "OFFICE")));
  }
}
