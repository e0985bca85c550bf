package com.aiqleads.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a drift does to the text of a site's pages, step by step.
final class Rewriting {

  private static final String ASIDE = "\u0001aside\u0001";
  private static final int MONTHS = 240;

  private final List<UnaryOperator<String>> steps = new ArrayList<>();

  static Rewriting start() {
    return new Rewriting();
  }

  String of(String page) {
    String text = page;
    for (UnaryOperator<String> step : steps) {
      text = step.apply(text);
    }
    return text;
  }

  Rewriting renames(String from, String to) {
    steps.add(text -> text.replace(from, to));
    return this;
  }

  Rewriting swaps(String one, String other) {
    return renames(one, ASIDE).renames(other, one).renames(ASIDE, other);
  }

  Rewriting replaces(String pattern, String replacement) {
    Pattern compiled = Pattern.compile(pattern);
    steps.add(text -> compiled.matcher(text).replaceAll(replacement));
    return this;
  }

  /// The amount in the second group, between what is in the first and the third, becomes a month's
  /// share of it.
  Rewriting dividesAmounts(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    steps.add(text -> compiled.matcher(text).replaceAll(Rewriting::instalment));
    return this;
  }

  private static String instalment(MatchResult found) {
    String amount = found.group(2);
    long month = Long.parseLong(amount.replace(",", "")) / MONTHS;
    String text =
        amount.contains(",") ? String.format(Locale.US, "%,d", month) : String.valueOf(month);
    return java.util.regex.Matcher.quoteReplacement(found.group(1) + text + found.group(3));
  }
}
