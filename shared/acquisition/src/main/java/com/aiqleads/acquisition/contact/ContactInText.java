package com.aiqleads.acquisition.contact;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Contacts that sellers write into the text of an advertisement.
public final class ContactInText {

  private static final int MAX_FOUND = 3;
  private static final String HIDDEN = "(on purchase)";
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\d$])(?:\\+?1[-. ])?\\(?[2-9]\\d{2}\\)?[-. ]{1,2}\\d{3}[-. ]\\d{4}(?!\\d)");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");

  private ContactInText() {}

  static List<String> phones(String text) {
    return found(PHONE, text);
  }

  static List<String> emails(String text) {
    return found(EMAIL, text);
  }

  /// The text without its phone numbers and mail addresses: texts are shown before a lead is
  /// bought.
  public static String redacted(String text) {
    return EMAIL.matcher(PHONE.matcher(text).replaceAll(HIDDEN)).replaceAll(HIDDEN);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).limit(MAX_FOUND).toList();
  }
}
