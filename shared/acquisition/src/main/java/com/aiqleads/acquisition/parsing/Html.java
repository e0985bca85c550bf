package com.aiqleads.acquisition.parsing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Markup that is small enough to be looked at. Reading it takes up to the square of its tags or
/// the depth of its elements times its length, so that a few megabytes could take a processor for
/// minutes; a true page has a few thousand tags and some hundred kilobytes.
public final class Html {

  static final int MAX_LENGTH = 1_000_000;
  static final int MAX_TAGS = 20_000;

  /// Each link would be read against an address of the page's own, however long that is; no site
  /// of ours has one.
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("<base", Pattern.LITERAL | Pattern.CASE_INSENSITIVE);

  private Html() {}

  /// Empty if there is more than any true page has.
  public static Optional<Document> parse(String text, String url) {
    boolean fits =
        text.length() <= MAX_LENGTH && text.chars().filter(each -> each == '<').count() <= MAX_TAGS;
    return fits ? Optional.of(Jsoup.parse(withoutBase(text), url)) : Optional.empty();
  }

  private static String withoutBase(String text) {
    return OWN_ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement("<no-base"));
  }
}
