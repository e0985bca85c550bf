package com.aiqleads.acquisition.parsing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Markup that is small enough to be looked at. Reading it takes up to the square of its tags or
/// the depth of its elements times its length, so that a few megabytes could take a processor for
/// minutes; a true page has a few thousand tags and some hundred kilobytes.
public final class Html {

  static final int MAX_LENGTH = 1_000_000;
  static final int MAX_TAGS = 20_000;

  /// Each link would be read against an address of the page's own, however long that is; no site
  /// of ours has one.
  private static final String OWN_ADDRESS = "<base";

  /// A selector takes longer to understand than to be looked for in a small page. There are as many
  /// as stand in our parsers.
  private static final Map<String, Evaluator> SELECTORS = new ConcurrentHashMap<>();

  private Html() {}

  /// Empty if there is more than any true page has.
  public static Optional<Document> parse(String text, String url) {
    return text.length() <= MAX_LENGTH && tags(text) <= MAX_TAGS
        ? Optional.of(Jsoup.parse(withoutBase(text), url))
        : Optional.empty();
  }

  /// This selector, understood once. Only for those that our code writes.
  static Evaluator css(String selector) {
    return SELECTORS.computeIfAbsent(selector, Selector::evaluatorOf);
  }

  private static int tags(String text) {
    int count = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      count++;
    }
    return count;
  }

  private static String withoutBase(String text) {
    StringBuilder bare = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (text.regionMatches(true, at, OWN_ADDRESS, 0, OWN_ADDRESS.length())) {
        bare.append(text, done, at).append("<no-base");
        done = at + OWN_ADDRESS.length();
      }
    }
    return done == 0 ? text : bare.append(text, done, text.length()).toString();
  }
}
