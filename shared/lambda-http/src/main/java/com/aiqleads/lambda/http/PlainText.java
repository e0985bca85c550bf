package com.aiqleads.lambda.http;

import java.util.regex.Pattern;

/// What people write in their own words. Markup and commands are none: it will stand in letters, in
/// exports and in other programs, and not all of them will take it for a text.
public final class PlainText {

  /// For people.
  public static final String RULE = "must be plain words, without < > { } \" \\ ` -- and ../";

  /// No two dashes in a row, and no way out of a folder.
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?s)(?!.*--)(?!.*\\.\\./)[\\p{L}\\p{M}\\p{N}\\p{Sc}\\p{Pd}\\s.,'’&()+!#_:;@/?%*=…]*");

  private PlainText() {}

  public static boolean isPlain(String text) {
    return HARMLESS.matcher(text).matches();
  }
}
