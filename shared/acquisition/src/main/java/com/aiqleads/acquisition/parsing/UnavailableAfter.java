package com.aiqleads.acquisition.parsing;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a site will take a page down, as it tells search engines.
public final class UnavailableAfter {

  private static final String NAME = "unavailable_after:";
  private static final int MAX_TIME_LENGTH = 44;
  private static final int MAX_HEAD_LENGTH = 64 * 1024;
  private static final Pattern TIME = Pattern.compile("\\s?([0-9T:.+-]{10,40}Z?)");

  private UnavailableAfter() {}

  /// Of a page that need not be read for it.
  public static Optional<Instant> ofPage(String page) {
    int from = page.indexOf("name=\"robots\"");
    int body = Math.min(page.length(), MAX_HEAD_LENGTH);
    return from < 0 || from >= body
        ? Optional.empty()
        : Optional.ofNullable(in(page.substring(Math.max(0, from - 200), body)));
  }

  static @Nullable Instant in(String text) {
    for (int at = 0; at + NAME.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, NAME, 0, NAME.length())) {
        int start = at + NAME.length();
        Matcher time =
            TIME.matcher(text.substring(start, Math.min(text.length(), start + MAX_TIME_LENGTH)));
        return time.lookingAt() ? CraigslistText.instant(time.group(1)) : null;
      }
    }
    return null;
  }
}
