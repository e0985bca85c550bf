package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where fsbo.com writes the address: on lines of its own, or run together as in
/// `12 Any Terr #4Miami, FL 33137`.
final class FsboAddress {

  private static final Pattern STATE_AND_ZIP =
      Pattern.compile("^(.*?),?\\s*+\\b([A-Za-z]{2})\\.?,?\\s++(\\d{5})(?:-\\d{4})?$");
  private static final Pattern SEAM =
      Pattern.compile("(?<!\\bMc)(?<!\\bMac)(?:(?<=[a-z0-9.])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]))");

  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
  private static final Pattern ROW =
      Pattern.compile("Home\\s*>\\s*[A-Z]{2}\\s*>[^>]{1,80}>[^>]{1,120}");
  private static final int STATE_STEP = 1;
  private static final int CITY_STEP = 2;
  private static final int STEPS = 4;
  private static final int MAX_ROWS = 20;
  private static final int MAX_LEVELS = 4;

  private FsboAddress() {}

  static RawAddress of(FsboDetail detail) {
    RawAddress lines = onLines(detail.first("div.address-copy span.address-mobile"));
    if (lines != null) {
      return lines;
    }
    List<String> steps = steps(detail);
    Element address = detail.first("span.address");
    return address == null ? stepped(steps) : runTogether(address.text(), step(steps, CITY_STEP));
  }

  /// Where the page says it nowhere else, and then without a ZIP code.
  private static RawAddress stepped(List<String> steps) {
    String state = step(steps, STATE_STEP);
    return state == null || steps.size() != STEPS || !STATE.matcher(state).matches()
        ? RawAddress.UNKNOWN
        : new RawAddress(step(steps, STEPS - 1), step(steps, CITY_STEP), state, null);
  }

  private static @Nullable RawAddress onLines(@Nullable Element element) {
    List<String> lines = element == null ? List.of() : Lines.of(element);
    if (lines.size() < 2) {
      return null;
    }
    Matcher end = end(lines.getLast());
    if (!end.matches()) {
      return null;
    }
    String city = blankToNull(end.group(1));
    boolean ownLine = city == null && lines.size() > 2;
    int streetLines = lines.size() - (ownLine ? 2 : 1);
    return new RawAddress(
        String.join(" ", lines.subList(0, streetLines)),
        ownLine ? lines.get(streetLines) : city,
        end.group(2),
        end.group(3));
  }

  static RawAddress runTogether(String text, @Nullable String knownCity) {
    Matcher end = end(text);
    if (!end.matches()) {
      return RawAddress.UNKNOWN;
    }
    String rest = end.group(1).strip();
    int seam = seam(rest, knownCity);
    return seam < 0
        ? new RawAddress(null, null, end.group(2), end.group(3))
        : new RawAddress(
            blankToNull(rest.substring(0, seam)),
            blankToNull(rest.substring(seam)),
            end.group(2),
            end.group(3));
  }

  private static Matcher end(String text) {
    String line = Bounds.line(text.strip());
    return STATE_AND_ZIP.matcher(line == null ? "" : line);
  }

  /// The breadcrumb's city settles it; else a capital right after a small letter or digit does, but
  /// only if there is one such place.
  private static int seam(String text, @Nullable String knownCity) {
    if (knownCity != null
        && text.regionMatches(
            true, text.length() - knownCity.length(), knownCity, 0, knownCity.length())) {
      return text.length() - knownCity.length();
    }
    Matcher seam = SEAM.matcher(text);
    int found = seam.find() ? seam.start() : -1;
    return seam.find() ? -1 : found;
  }

  /// Home > FL > Miami > 12 Any Terr, in a list or in a row that has no name.
  private static List<String> steps(FsboDetail detail) {
    Element named = detail.first(".breadcrumbs, .breadcrumb, .crumbs");
    Element row = named == null ? row(detail) : named;
    if (row == null) {
      return List.of();
    }
    List<String> items = row.select(Html.css("li")).eachText();
    return items.isEmpty() ? List.of(row.text().split(">")) : items;
  }

  private static @Nullable Element row(FsboDetail detail) {
    return detail.document().getElementsContainingOwnText("Home").stream()
        .limit(MAX_ROWS)
        .flatMap(home -> Stream.iterate(home, Objects::nonNull, Element::parent).limit(MAX_LEVELS))
        .filter(each -> each.childrenSize() <= MAX_LEVELS * STEPS)
        .filter(each -> ROW.matcher(shortText(each)).matches())
        .findFirst()
        .orElse(null);
  }

  private static String shortText(Element element) {
    String line = Bounds.line(element.text().strip());
    return line == null ? "" : line;
  }

  private static @Nullable String step(List<String> steps, int at) {
    return steps.size() <= at ? null : blankToNull(steps.get(at).replace(">", ""));
  }

  private static @Nullable String blankToNull(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
