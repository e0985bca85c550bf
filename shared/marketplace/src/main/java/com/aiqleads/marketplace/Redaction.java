package com.aiqleads.marketplace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes out of a text what would lead to the seller without buying the lead: mail addresses, web
/// addresses, phone numbers, and the street.
///
/// @param street word by word, empty if it is not known
public record Redaction(List<String> street) {
  private static final String GAP = "[hidden]";

  /// Each alternative begins where a word does: tried at every letter, and from there to the end of
  /// its word, a word without end would take the square of its length.
  private static final Pattern MAIL_OR_WEB =
      Pattern.compile(
          "(?<!\\S)\\S[^\\s@]*+@\\S+|(?:https?://|www\\.)\\S+"
              + "|(?:\\G|(?<![\\w-]))[\\w-]++\\.(?:com|net|org|info|us)(?!\\w)(?:/\\S*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOMAIN =
      Pattern.compile("(?:com|net|org|info|us)(?!\\w)", Pattern.CASE_INSENSITIVE);

  private static final String WEB = "www";

  /// Seven digits or more, whatever stands between them: a phone number, never a price. What it
  /// begins with is looked at first, since few letters of a text are that.
  private static final Pattern PHONE =
      Pattern.compile("(?=[+(\\d])(?<![\\d$.,])\\+?\\(?\\d(?:[\\s().-]{0,3}\\d){6,14}(?!\\d)");

  /// Number and name say which street it is; whether it is called a terrace does not matter.
  private static final int WORDS_BEFORE_THE_KIND = 2;

  private static final Pattern BETWEEN = Pattern.compile("[\\s,.]+");
  private static final Pattern ORDINAL =
      Pattern.compile("(\\d+)(?:st|nd|rd|th)", Pattern.CASE_INSENSITIVE);

  private static final String KINDS =
      "st|str|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|cir"
          + "|circle|ter|terr|terrace|way|pkwy|parkway|hwy|highway|trl|trail|sq|square|mt|mount";

  private static final Pattern KIND = Pattern.compile(KINDS, Pattern.CASE_INSENSITIVE);

  /// `$660` is a price, and `1,660` and `2.660` are other numbers.
  private static final String NUMBER_BEGINS = "(?<![\\d$])(?<!\\d[.,])";

  private static final String WORD_ENDS = "(?![\\p{L}\\d])";

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
    return new Redaction(List.of());
  }

  public static Redaction of(Address address) {
    return new Redaction(
        BETWEEN.splitAsStream(address.street().strip()).filter(word -> !word.isEmpty()).toList());
  }

  /// Also as people spell it who do not write like the post: `1468 Southwest 22 Terrace`.
  private static String street(List<String> words) {
    int kind = kind(words);
    StringBuilder pattern = new StringBuilder(NUMBER_BEGINS);
    for (int at = 0; at < words.size(); at++) {
      String between = at == 0 ? "" : BETWEEN.pattern();
      String spellings = between + spellings(words.get(at));
      pattern.append(at == kind ? "(?:" + spellings + ")?" : spellings);
    }
    return pattern.toString();
  }

  /// Where the kind stands, which may be left out: `12th Ave NE` has it before a direction.
  private static int kind(List<String> words) {
    int last = words.size() - 1;
    while (last > 0 && direction(words.get(last)) != null) {
      last--;
    }
    return last >= WORDS_BEFORE_THE_KIND && isLetters(words.get(last)) ? last : -1;
  }

  private static String spellings(String word) {
    String direction = direction(word);
    if (direction != null) {
      return "(?:" + direction + "|" + Pattern.quote(word) + ")" + WORD_ENDS;
    }
    if (KIND.matcher(word).matches()) {
      return "(?:" + KINDS + ")" + WORD_ENDS;
    }
    return ORDINAL.matcher(word).matches()
        ? ORDINAL.matcher(word).replaceFirst("$1") + "(?:st|nd|rd|th)?\\b"
        : Pattern.quote(word) + WORD_ENDS;
  }

  private static @Nullable String direction(String word) {
    return DIRECTIONS.get(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(Character::isLetter);
  }

  public String redact(String text) {
    String anonymous = mayHaveMailOrWeb(text) ? MAIL_OR_WEB.matcher(text).replaceAll(GAP) : text;
    anonymous = PHONE.matcher(anonymous).replaceAll(GAP);
    if (!mayName(anonymous)) {
      return anonymous;
    }
    return Pattern.compile(street(street), Pattern.CASE_INSENSITIVE)
        .matcher(anonymous)
        .replaceAll(GAP);
  }

  /// Most texts have neither, and need not be looked through word by word.
  private static boolean mayHaveMailOrWeb(String text) {
    if (text.indexOf('@') >= 0 || text.contains("://")) {
      return true;
    }
    Matcher domain = DOMAIN.matcher(text);
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (text.regionMatches(true, dot - WEB.length(), WEB, 0, WEB.length())
          || domain.region(dot + 1, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /// A number is written in one way; a pattern for the street is made only where it stands.
  private boolean mayName(String text) {
    if (street.isEmpty()) {
      return false;
    }
    String first = street.getFirst();
    return !first.chars().allMatch(Character::isDigit) || text.contains(first);
  }
}
