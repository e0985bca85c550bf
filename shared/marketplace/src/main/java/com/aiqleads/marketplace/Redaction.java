package com.aiqleads.marketplace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes out of a text what would lead to the seller without buying the lead: mail addresses, web
/// addresses, phone numbers, and the street.
public record Redaction(Pattern street) {
  private static final String GAP = "[hidden]";

  /// Each alternative begins where a word does: tried at every letter, and from there to the end of
  /// its word, a word without end would take the square of its length.
  private static final Pattern MAIL_OR_WEB =
      Pattern.compile(
          "(?<!\\S)\\S[^\\s@]*+@\\S+|(?:https?://|www\\.)\\S+"
              + "|(?:\\G|(?<![\\w-]))[\\w-]++\\.(?:com|net|org|info|us)(?!\\w)(?:/\\S*)?",
          Pattern.CASE_INSENSITIVE);
  /// Seven digits or more, whatever stands between them: a phone number, never a price.
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\d$.,])\\+?\\(?\\d(?:[\\s().-]{0,3}\\d){6,14}(?!\\d)");

  /// Number and name say which street it is; whether it is called a terrace does not matter.
  private static final int WORDS_BEFORE_THE_KIND = 2;

  private static final Pattern ORDINAL =
      Pattern.compile("(\\d+)(?:st|nd|rd|th)", Pattern.CASE_INSENSITIVE);

  private static final String KINDS =
      "st|str|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|cir"
          + "|circle|ter|terr|terrace|way|pkwy|parkway|hwy|highway|trl|trail|sq|square";

  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "N", "n[.]?|north",
          "S", "s[.]?|south",
          "E", "e[.]?|east",
          "W", "w[.]?|west",
          "NE", "n[.]?e[.]?|north[ -]?east",
          "NW", "n[.]?w[.]?|north[ -]?west",
          "SE", "s[.]?e[.]?|south[ -]?east",
          "SW", "s[.]?w[.]?|south[ -]?west");

  /// For what people write who may name anybody's number, and no street.
  public static Redaction ofContacts() {
    return new Redaction(Pattern.compile(""));
  }

  public static Redaction of(Address address) {
    List<String> words =
        Pattern.compile("[\\s,.]+")
            .splitAsStream(address.street().strip())
            .filter(word -> !word.isEmpty())
            .toList();
    return new Redaction(Pattern.compile(street(words), Pattern.CASE_INSENSITIVE));
  }

  /// Also as people spell it who do not write like the post: `1468 Southwest 22 Terrace`.
  private static String street(List<String> words) {
    StringBuilder pattern = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      boolean isKind = at >= WORDS_BEFORE_THE_KIND && at == words.size() - 1 && isLetters(word);
      pattern.append(at == 0 ? "(?<![\\d$.,])" : isKind ? "(?:[\\s,.]+" : "[\\s,.]+");
      pattern.append(
          isKind ? "(?:" + Pattern.quote(word) + "|" + KINDS + ")\\b)?" : spellings(word));
    }
    return pattern.toString();
  }

  private static String spellings(String word) {
    String direction = DIRECTIONS.get(word.toUpperCase(Locale.ROOT));
    if (direction != null) {
      return "(?:" + Pattern.quote(word) + "|" + direction + ")";
    }
    return ORDINAL.matcher(word).matches()
        ? ORDINAL.matcher(word).replaceFirst("$1") + "(?:st|nd|rd|th)?\\b"
        : Pattern.quote(word) + "(?![\\p{L}\\d])";
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(Character::isLetter);
  }

  public String redact(String text) {
    String anonymous = MAIL_OR_WEB.matcher(text).replaceAll(GAP);
    anonymous = PHONE.matcher(anonymous).replaceAll(GAP);
    return street.pattern().isEmpty() ? anonymous : street.matcher(anonymous).replaceAll(GAP);
  }
}
