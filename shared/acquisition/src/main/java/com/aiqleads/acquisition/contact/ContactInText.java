package com.aiqleads.acquisition.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Contacts that sellers write into the text of an advertisement, also those that they hide from
/// programs: `five o five`, `3O5-958-2368`, `dana (at) letterbox (dot) example`.
public final class ContactInText {

  private static final int MAX_FOUND = 3;
  private static final String HIDDEN = "(on purchase)";

  /// So many spelled digits are no accident: `two 1951 ...` is.
  private static final int MIN_SPELLED = 3;

  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\d$])(?:\\+?1[-. ]{0,2})?\\(?[2-9]\\d{2}\\)?[-./ ]{0,2}\\d{3}[-./ ]{0,2}\\d{4}"
              + "(?!\\d)");
  private static final String BETWEEN = "[-., ()/*_~•·]{0,3}";
  private static final Pattern SPREAD =
      Pattern.compile("(?<![\\d$])(?:1" + BETWEEN + ")?[2-9](?:" + BETWEEN + "\\d){9}(?!\\d)");
  private static final Pattern APART = Pattern.compile("\\D*+(?:\\d\\D++){9,10}\\d\\D*+");
  private static final String AT = "(?:@| ?[(\\[{] ?(?i:at) ?[)\\]}] ?)";
  private static final String DOT = "(?:\\.| ?[(\\[{] ?(?i:dot) ?[)\\]}] ?)";
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9._%+-]{1,64}+"
              + AT
              + "[A-Za-z0-9-]{1,63}(?:"
              + DOT
              + "[A-Za-z0-9-]{1,63}){1,4}");

  /// Where in a text something stands.
  private record Place(int begin, int end) {}

  private ContactInText() {}

  static List<String> phones(String text) {
    return places(text).stream()
        .map(place -> text.substring(place.begin(), place.end()))
        .limit(MAX_FOUND)
        .toList();
  }

  static List<String> emails(String text) {
    return EMAIL.matcher(text).results().map(MatchResult::group).limit(MAX_FOUND).toList();
  }

  /// The text without its phone numbers and mail addresses: texts are shown before a lead is
  /// bought.
  public static String redacted(String text) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (Place place : places(text)) {
      shown.append(text, from, place.begin()).append(HIDDEN);
      from = place.end();
    }
    return EMAIL.matcher(shown.append(text, from, text.length())).replaceAll(HIDDEN);
  }

  /// Where phone numbers stand, from the first to the last, none in another.
  private static List<Place> places(String text) {
    SpelledDigits digits = SpelledDigits.of(text);
    String plain = digits.text();
    List<Place> found = new ArrayList<>();
    PHONE.matcher(plain).results().forEach(match -> found.add(place(digits, match)));
    SPREAD
        .matcher(plain)
        .results()
        .filter(match -> isMeant(digits, match))
        .forEach(match -> found.add(place(digits, match)));
    found.sort(Comparator.comparingInt(Place::begin).thenComparing(place -> -place.end()));
    List<Place> apart = new ArrayList<>();
    for (Place place : found) {
      if (apart.isEmpty() || place.begin() >= apart.getLast().end()) {
        apart.add(place);
      }
    }
    return apart;
  }

  private static boolean isMeant(SpelledDigits digits, MatchResult match) {
    return digits.hidden(match.start(), match.end()) >= MIN_SPELLED
        || APART.matcher(match.group()).matches();
  }

  private static Place place(SpelledDigits digits, MatchResult match) {
    return new Place(digits.begin(match.start()), digits.end(match.end()));
  }
}
