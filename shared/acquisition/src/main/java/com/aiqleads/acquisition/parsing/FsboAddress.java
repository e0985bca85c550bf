package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where fsbo.com writes the address: on lines of its own, or run together as in
/// `12 Any Terr #4Miami, FL 33137`.
final class FsboAddress {

  private static final Pattern STATE_AND_ZIP =
      Pattern.compile("^(.*?),?\\s*+\\b([A-Za-z]{2})\\.?,?\\s++(\\d{5})(?:-\\d{4})?$");
  private static final Pattern SEAM =
      Pattern.compile("(?<!\\bMc)(?<!\\bMac)(?:(?<=[a-z0-9.])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]))");

  private static final int CITY_STEP = 2;

  private FsboAddress() {}

  static RawAddress of(FsboDetail detail) {
    RawAddress lines = onLines(detail.first("div.address-copy span.address-mobile"));
    if (lines != null) {
      return lines;
    }
    Element address = detail.first("span.address");
    return address == null ? RawAddress.UNKNOWN : runTogether(address.text(), city(detail));
  }

  private static @Nullable RawAddress onLines(@Nullable Element element) {
    List<String> lines = element == null ? List.of() : Lines.of(element);
    if (lines.size() < 2) {
      return null;
    }
    Matcher end = end(lines.getLast());
    String street = String.join(" ", lines.subList(0, lines.size() - 1));
    return end.matches()
        ? new RawAddress(street, blankToNull(end.group(1)), end.group(2), end.group(3))
        : null;
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

  /// Home > FL > Miami > 12 Any Terr
  private static @Nullable String city(FsboDetail detail) {
    Element breadcrumb = detail.first(".breadcrumbs, .breadcrumb, .crumbs");
    if (breadcrumb == null) {
      return null;
    }
    List<String> items = breadcrumb.select(Html.css("li")).eachText();
    List<String> steps = items.isEmpty() ? List.of(breadcrumb.text().split(">")) : items;
    return steps.size() <= CITY_STEP ? null : blankToNull(steps.get(CITY_STEP));
  }

  private static @Nullable String blankToNull(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
