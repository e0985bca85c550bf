package com.aiqleads.manifest;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The small words inside manifests: names, spans of time, sizes.
final class Words {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern SPAN = Pattern.compile("(0|[1-9][0-9]{0,4}) (s|min|days)");
  private static final Pattern MEGABYTES = Pattern.compile("([1-9][0-9]{0,4}) MB");

  private static final Pattern BROWSER_ORIGIN =
      Pattern.compile("https://[a-z0-9.-]+(:[0-9]+)?|http://(localhost|127\\.0\\.0\\.1):[0-9]+");

  private Words() {}

  /// Never a wildcard: whoever may call is named.
  static String browserOrigin(String text) {
    if (!BROWSER_ORIGIN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be an origin such as https://app.example.com, not " + text);
    }
    return text;
  }

  static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a name such as contact-key, not " + text);
    }
    return text;
  }

  static Duration span(String text) {
    Matcher parts = SPAN.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must be a time such as 30 s, 15 min or 90 days, not " + text);
    }
    int count = Integer.parseInt(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      default -> Duration.ofDays(count);
    };
  }

  static int megabytes(String text) {
    Matcher parts = MEGABYTES.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("must be a size such as 512 MB, not " + text);
    }
    return Integer.parseInt(parts.group(1));
  }

  static String sentence(String text) {
    if (text.isBlank() || !text.strip().endsWith(".")) {
      throw new IllegalArgumentException("must be a sentence that ends with a full stop");
    }
    return text.strip();
  }
}
