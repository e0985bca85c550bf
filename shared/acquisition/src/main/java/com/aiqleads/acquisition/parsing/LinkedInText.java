package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.kernel.GeoPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// How LinkedIn writes texts, places and times; null where it does not.
final class LinkedInText {

  private static final Pattern MASKED = Pattern.compile("[*\\s]{1,200}");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r]+");
  private static final Pattern AGO =
      Pattern.compile("(\\d{1,3}) (second|minute|hour|day)s? ago", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOW = Pattern.compile("just now", Pattern.CASE_INSENSITIVE);
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\s?\\([^()]{0,40}\\)$");
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "tr", "section");

  private LinkedInText() {}

  /// On one line; stars stand for what is shown to members only.
  static @Nullable String line(@Nullable Element element) {
    return shown(CraigslistText.line(element));
  }

  static @Nullable String shown(@Nullable String text) {
    return text == null || MASKED.matcher(text).matches() ? null : text;
  }

  static @Nullable String title(@Nullable Element element) {
    String text = element == null ? "" : element.text().strip();
    return text.isEmpty() ? null : shown(Figures.shortened(text, Bounds.MAX_TITLE_LENGTH));
  }

  /// Line by line, as its paragraphs and lists break it.
  static @Nullable String lines(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    element
        .nodeStream()
        .forEach(
            node -> {
              if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' ').replace('\u00a0', ' '));
              } else if (BLOCKS.contains(node.nodeName())) {
                text.append('\n');
              }
            });
    String lines =
        Arrays.stream(text.toString().split("\n"))
            .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : Figures.shortened(lines, Bounds.MAX_JOB_TEXT_LENGTH);
  }

  /// The day, where the words tell it: a week, a month ago may be any of its days.
  static @Nullable LocalDate daysAgo(@Nullable String words, Instant seenAt) {
    String text = words == null ? "" : Figures.shortened(words, Bounds.MAX_LINE_LENGTH);
    LocalDate today = seenAt.atZone(ZoneOffset.UTC).toLocalDate();
    if (NOW.matcher(text).find()) {
      return today;
    }
    Matcher ago = AGO.matcher(text);
    if (!ago.find()) {
      return null;
    }
    long number = Long.parseLong(ago.group(1));
    return switch (ago.group(2).toLowerCase(Locale.ROOT)) {
      case "day" -> today.minusDays(number);
      case "hour" -> seenAt.atZone(ZoneOffset.UTC).minusHours(number).toLocalDate();
      case "minute" -> seenAt.atZone(ZoneOffset.UTC).minusMinutes(number).toLocalDate();
      default -> today;
    };
  }

  /// `Miami, FL` and `Miami, Florida, United States` name a city; `Greater Miami Area` and
  /// `Florida, United States` do not.
  static Workplace place(@Nullable String text) {
    if (text == null) {
      return Workplace.UNKNOWN;
    }
    String bare = IN_BRACKETS.matcher(text).replaceFirst("");
    List<String> parts = Stream.of(bare.split(",", -1)).map(String::strip).toList();
    boolean local = parts.size() == 2 && REGION.matcher(parts.get(1)).matches();
    boolean whole = parts.size() == 3 && parts.stream().noneMatch(String::isEmpty);
    boolean named = (local || whole) && !parts.getFirst().isEmpty();
    return new Workplace(
        text,
        named ? parts.get(0) : null,
        named ? parts.get(1) : null,
        whole ? parts.get(2) : null,
        null,
        null,
        kind(text));
  }

  /// Of a place's words alone: a title or a text may speak of remote teams.
  static Workplace.@Nullable Kind kind(@Nullable String text) {
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    List<Workplace.Kind> named =
        Stream.of(
                lower.contains("hybrid") ? Workplace.Kind.HYBRID : null,
                lower.contains("remote") ? Workplace.Kind.REMOTE : null,
                lower.contains("on-site") || lower.contains("onsite")
                    ? Workplace.Kind.ON_SITE
                    : null)
            .flatMap(Stream::ofNullable)
            .toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  static @Nullable GeoPoint point(Json place) {
    Json geo = place.get("geo").get("latitude").text() == null ? place : place.get("geo");
    return CraigslistText.point(geo.get("latitude").text(), geo.get("longitude").text());
  }
}
