package com.aiqleads.local.product;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A text in the forms in which it may say something: as it is; without the escapes of JSON, HTML
/// and addresses; and what is written in base 64 in it.
final class Forms {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})|&#x([0-9a-fA-F]{1,5});|&#(\\d{1,6});"
              + "|&[a-z]{2,6};|\\\\[nrtbf]");
  private static final Pattern CODED = Pattern.compile("[A-Za-z0-9_-]{24,4000}");

  /// Digits and what people write between them; commas and letters end a number.
  private static final Pattern RUN = Pattern.compile("\\d(?:[ ().+/_-]{0,3}\\d){9,40}");

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int NATIONAL = 10;

  /// With what is dialled before it.
  private static final int LONGEST = 13;

  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "north", "n",
          "south", "s",
          "east", "e",
          "west", "w",
          "northeast", "ne",
          "northwest", "nw",
          "southeast", "se",
          "southwest", "sw");

  private Forms() {}

  static List<String> of(String text) {
    String decoded = ESCAPE.matcher(text).replaceAll(Forms::meant);
    List<String> forms = new ArrayList<>(List.of(text));
    if (!decoded.equals(text)) {
      forms.add(decoded);
    }
    CODED
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(Forms::decoded)
        .forEach(forms::add);
    return forms;
  }

  /// Lower case, without accents and punctuation; directions and ordinals as streets have them.
  static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    plain = ACCENT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    return NO_WORD
        .splitAsStream(plain)
        .filter(word -> !word.isEmpty())
        .map(word -> ORDINAL.matcher(word).replaceFirst("$1"))
        .map(word -> DIRECTIONS.getOrDefault(word, word))
        .toList();
  }

  /// Every number of ten digits, whatever stands between them, with or without the country's.
  static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    RUN.matcher(text).results().forEach(run -> numbers.addAll(inRun(run.group())));
    return numbers;
  }

  static String national(String phone) {
    String digits = phone.replaceAll("\\D", "");
    return digits.substring(digits.length() - NATIONAL);
  }

  private static List<String> inRun(String run) {
    List<String> groups = DIGITS.matcher(run).results().map(MatchResult::group).toList();
    List<String> numbers = new ArrayList<>();
    for (int from = 0; from < groups.size(); from++) {
      StringBuilder digits = new StringBuilder();
      for (int to = from; to < groups.size() && digits.length() < NATIONAL; to++) {
        digits.append(groups.get(to));
      }
      if (digits.length() >= NATIONAL && digits.length() <= LONGEST) {
        numbers.add(national(digits.toString()));
      }
    }
    return numbers;
  }

  private static String meant(MatchResult escape) {
    String unit =
        Stream.of(1, 2, 3).map(escape::group).filter(it -> it != null).findFirst().orElse("");
    int code = unit.isEmpty() ? decimal(escape.group(4)) : Integer.parseInt(unit, 16);
    return Matcher.quoteReplacement(Character.toString(code));
  }

  private static int decimal(String digits) {
    return digits == null ? ' ' : Math.min(Integer.parseInt(digits), Character.MAX_CODE_POINT);
  }

  private static Stream<String> decoded(String coded) {
    try {
      return Stream.of(new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Stream.of();
    }
  }
}
