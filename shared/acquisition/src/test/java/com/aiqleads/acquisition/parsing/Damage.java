package com.aiqleads.acquisition.parsing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What may happen to a page: some of its text, tags, elements, values or bytes are lost, doubled,
/// moved, or other ones.
final class Damage {

  private static final int MOST_AT_ONCE = 4;
  private static final int ONE_OF_HUGE = 400;
  private static final int HUGE = 60_000;
  private static final int DEEP = 3_000;
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]{0,300}>");
  private static final Pattern ELEMENT =
      Pattern.compile("<([a-z][a-z0-9]{0,9})\\b[^>]{0,300}>[^<]{0,300}</\\1>");
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z-]{1,20}=\"[^\"]{0,200}\"");
  private static final Pattern MEMBER =
      Pattern.compile(
          "\"[A-Za-z_@]{1,40}\":(\"[^\"\\\\]{0,200}\"|-?\\d[\\d.]{0,20}|true|false|null|\\[]|\\{})");
  private static final Pattern VALUE =
      Pattern.compile("(?<=\":)(\"[^\"\\\\]{0,200}\"|-?\\d[\\d.]{0,20}|true|false|null)");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1e3",
          "1e999999999",
          "-0.0",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[null]",
          "[[[]]]",
          "{\"id\":{}}",
          "{\"text\":7}",
          "9".repeat(60),
          "0." + "3".repeat(60),
          "\"\\u0000\"",
          "\"\\ud83c\"",
          "\"<b>\"",
          "\"1\"",
          "NaN",
          "[1,2,3]");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud83c",
          "\udfe0",
          "\ufffe",
          "\u202e",
          "\"",
          "'",
          "\\",
          "\\\"",
          "<",
          ">",
          "&",
          "&#0;",
          "&#xd83c;",
          "&nbsp;",
          "</script>",
          "<!--",
          "-->",
          "<![CDATA[",
          "<base href='/x'>",
          "<template>",
          "<svg>",
          "<table>",
          "<select>",
          "<plaintext>",
          "\r\n",
          "\t",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "javascript:x",
          "//",
          "http://",
          "%zz",
          "$",
          "$0",
          "-$5",
          "1/0",
          "ﬁ",
          "é",
          "漢");

  private final Random random;
  private final List<FuzzSubject> others;

  Damage(Random random, List<FuzzSubject> others) {
    this.random = random;
    this.others = others;
  }

  String to(String page) {
    String damaged = page;
    for (int times = 1 + random.nextInt(MOST_AT_ONCE); times > 0; times--) {
      damaged = once(damaged);
    }
    return random.nextInt(ONE_OF_HUGE) == 0 ? swollen(damaged) : damaged;
  }

  private String once(String page) {
    return switch (random.nextInt(17)) {
      case 0 -> page.substring(0, place(page));
      case 1 -> page.substring(place(page));
      case 2 -> span(page, "");
      case 3 -> inserted(page, any(TEXTS));
      case 4 -> replaced(page, TAG, "");
      case 5 -> replaced(page, ELEMENT, "");
      case 6 -> doubled(page, ELEMENT);
      case 7 -> doubled(page, MEMBER);
      case 8 -> replaced(page, MEMBER, "\"x\":1");
      case 9, 10 -> replaced(page, VALUE, any(VALUES));
      case 11 -> replaced(page, ATTRIBUTE, any(TEXTS));
      case 12 -> replaced(page, DIGITS, Long.toString(random.nextLong()));
      case 13 -> swapped(page, random.nextBoolean() ? ELEMENT : random.nextBoolean() ? TAG : VALUE);
      case 14 -> withOther(page);
      case 15 -> recoded(page);
      default -> span(page, any(TEXTS).repeat(1 + random.nextInt(20)));
    };
  }

  private int place(String page) {
    return random.nextInt(page.length() + 1);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String inserted(String page, String text) {
    int at = place(page);
    return page.substring(0, at) + text + page.substring(at);
  }

  private String span(String page, String instead) {
    int from = place(page);
    int to = Math.min(page.length(), from + random.nextInt(80));
    return page.substring(0, from) + instead + page.substring(to);
  }

  private String replaced(String page, Pattern part, String instead) {
    List<MatchResult> found = all(page, part);
    if (found.isEmpty()) {
      return page;
    }
    MatchResult one = any(found);
    return page.substring(0, one.start()) + instead + page.substring(one.end());
  }

  private String doubled(String page, Pattern part) {
    List<MatchResult> found = all(page, part);
    if (found.isEmpty()) {
      return page;
    }
    MatchResult one = any(found);
    String between = page.charAt(one.start()) == '<' ? "" : ",";
    return page.substring(0, one.end()) + between + page.substring(one.start());
  }

  private String swapped(String page, Pattern part) {
    List<MatchResult> found = all(page, part);
    if (found.size() < 2) {
      return page;
    }
    int first = random.nextInt(found.size() - 1);
    MatchResult one = found.get(first);
    MatchResult other = found.get(first + 1 + random.nextInt(found.size() - first - 1));
    return page.substring(0, one.start())
        + other.group()
        + page.substring(one.end(), other.start())
        + one.group()
        + page.substring(other.end());
  }

  private static List<MatchResult> all(String page, Pattern part) {
    return part.matcher(page).results().limit(500).toList();
  }

  /// A piece of another page, with ids of its own; or all of it.
  private String withOther(String page) {
    String other = any(others).text();
    String foreign = DIGITS.matcher(other).replaceAll(found -> other(found.group()));
    int from = random.nextInt(foreign.length());
    boolean whole = random.nextBoolean();
    return inserted(
        page, whole ? foreign : foreign.substring(from, Math.min(foreign.length(), from + 2_000)));
  }

  private static String other(String digits) {
    return digits.length() < 6 ? digits : digits.substring(1) + "7";
  }

  /// As somebody reads it who takes its bytes for another charset, or has lost some of them.
  private String recoded(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> new String(bytes, StandardCharsets.ISO_8859_1);
      case 1 -> new String(bytes, StandardCharsets.UTF_16LE);
      case 2 -> new String(page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      default -> {
        for (int times = 0; times < 10 && bytes.length > 0; times++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        yield new String(bytes, StandardCharsets.UTF_8);
      }
    };
  }

  /// Huge or deep.
  private String swollen(String page) {
    List<String> openings = List.of("<div>", "<b>", "<table><tr><td>", "[", "{\"a\":", "<!--");
    String opening = any(openings);
    if (random.nextBoolean()) {
      return inserted(page, opening.repeat(1 + random.nextInt(DEEP)));
    }
    int from = place(page);
    String part = page.substring(from, Math.min(page.length(), from + 1 + random.nextInt(100)));
    return inserted(page, part.repeat(HUGE / Math.max(1, part.length())));
  }
}
