package com.aiqleads.marketplace;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /// For what people write who may name anybody's number, and no street.
  public static Redaction ofContacts() {
    return new Redaction(Pattern.compile(""));
  }

  public static Redaction of(Address address) {
    String loose =
        Pattern.compile("\\s+")
            .splitAsStream(address.street().strip())
            .filter(part -> !part.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s,.]+"));
    return new Redaction(Pattern.compile(loose, Pattern.CASE_INSENSITIVE));
  }

  public String redact(String text) {
    String anonymous = MAIL_OR_WEB.matcher(text).replaceAll(GAP);
    anonymous = PHONE.matcher(anonymous).replaceAll(GAP);
    return street.pattern().isEmpty() ? anonymous : street.matcher(anonymous).replaceAll(GAP);
  }
}
