package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a posting writes its address: as a heading, beside the map, and in linked data. They can
/// disagree; the heading is what the seller wrote.
final class CraigslistAddress {

  private static final String HEADING = "h2.street-address";
  private static final String MAP = "div.mapaddress";
  private static final Pattern STATE_AND_ZIP =
      Pattern.compile("^(.*?)[,\\s]\\s?([A-Za-z]{2})\\.?,?\\s(\\d{5})(?:-\\d{4})?(?:,? USA?)?$");
  private static final Pattern STATE = Pattern.compile("^(.*),\\s?([A-Z]{2})$");
  private static final Pattern NEAR = Pattern.compile("\\snear\\s[^,]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern REGION = Pattern.compile("US-([A-Z]{2})");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(?:-[A-Z0-9]{1,3})?");
  private static final Set<String> OF_DOLLARS = Set.of("US", "PR", "VI", "GU", "AS", "MP");
  private static final int COUNTRY_LENGTH = 2;
  private static final int ZIP_LENGTH = 5;

  private CraigslistAddress() {}

  static RawAddress of(CraigslistPosting posting, Readings readings) {
    RawAddress data = posting.data().address();
    String place = data.city() == null ? posting.meta("geo.placename") : data.city();
    RawAddress heading = written(posting.line(HEADING), place);
    RawAddress map = written(posting.line(MAP), place);
    String city =
        readings.of(
            "city",
            CraigslistAddress::sameLetters,
            List.of(
                new Said<>(HEADING, heading.city()),
                new Said<>(MAP, map.city()),
                new Said<>("ld address.addressLocality", data.city())));
    String state =
        readings.of(
            "state",
            CraigslistAddress::sameLetters,
            List.of(
                new Said<>(HEADING, upper(heading.state())),
                new Said<>(MAP, upper(map.state())),
                new Said<>("ld address.addressRegion", upper(data.state()))));
    return new RawAddress(
        readings.of(
            "street",
            CraigslistAddress::oneContainsTheOther,
            List.of(
                new Said<>(HEADING, heading.street()),
                new Said<>(MAP, map.street()),
                new Said<>("ld address.streetAddress", data.street()))),
        city == null ? place : city,
        state == null ? region(posting) : state,
        readings.of(
            "zip",
            List.of(
                new Said<>(HEADING, heading.zip()),
                new Said<>(MAP, map.zip()),
                new Said<>("ld address.postalCode", fiveDigits(data.zip())))));
  }

  /// Street, city, state and ZIP code, as far as the line has them.
  static RawAddress written(@Nullable String line, @Nullable String knownCity) {
    String text = line == null ? "" : NEAR.matcher(line).replaceFirst("").strip();
    if (text.isEmpty() || text.startsWith("(")) {
      return RawAddress.UNKNOWN;
    }
    Matcher whole = STATE_AND_ZIP.matcher(text);
    if (whole.matches()) {
      return parted(stripped(whole.group(1)), whole.group(2), whole.group(3), knownCity, true);
    }
    Matcher withState = STATE.matcher(text);
    return withState.matches()
        ? parted(stripped(withState.group(1)), withState.group(2), null, knownCity, true)
        : parted(text, null, null, knownCity, false);
  }

  /// The city stands behind the last comma; without one, only a city known otherwise tells where it
  /// begins, and a street that runs into an unknown city is none.
  private static RawAddress parted(
      String text,
      @Nullable String state,
      @Nullable String zip,
      @Nullable String knownCity,
      boolean hasCity) {
    int comma = text.lastIndexOf(',');
    String last = comma < 0 ? "" : text.substring(comma + 1).strip();
    if (comma >= 0 && (hasCity || sameLetters(last, Objects.requireNonNullElse(knownCity, "")))) {
      return new RawAddress(blankToNull(text.substring(0, comma)), blankToNull(last), state, zip);
    }
    if (knownCity != null && endsWith(text, knownCity)) {
      String street = text.substring(0, text.length() - knownCity.length());
      return new RawAddress(blankToNull(stripped(street)), knownCity, state, zip);
    }
    return new RawAddress(hasCity ? null : text, null, state, zip);
  }

  private static boolean endsWith(String text, String city) {
    return text.regionMatches(true, text.length() - city.length(), city, 0, city.length());
  }

  private static @Nullable String region(CraigslistPosting posting) {
    String region = posting.meta("geo.region");
    Matcher state = REGION.matcher(region == null ? "" : region);
    return state.matches() ? state.group(1) : null;
  }

  /// Whether the page says that it stands where other money is paid.
  static boolean isAbroad(CraigslistPosting posting) {
    String region = posting.meta("geo.region");
    return region != null
        && COUNTRY.matcher(region).matches()
        && !OF_DOLLARS.contains(region.substring(0, COUNTRY_LENGTH));
  }

  private static boolean sameLetters(String one, String other) {
    return CraigslistText.letters(one).equals(CraigslistText.letters(other));
  }

  private static boolean oneContainsTheOther(String one, String other) {
    String first = CraigslistText.letters(one);
    String second = CraigslistText.letters(other);
    return first.contains(second) || second.contains(first);
  }

  private static @Nullable String upper(@Nullable String state) {
    return state == null ? null : state.toUpperCase(Locale.ROOT);
  }

  private static @Nullable String fiveDigits(@Nullable String zip) {
    boolean possible =
        zip != null
            && zip.length() >= ZIP_LENGTH
            && zip.chars().limit(ZIP_LENGTH).allMatch(each -> each >= '0' && each <= '9');
    return zip != null && possible ? zip.substring(0, ZIP_LENGTH) : null;
  }

  private static String stripped(String text) {
    String bare = text.strip();
    return bare.endsWith(",") ? bare.substring(0, bare.length() - 1).strip() : bare;
  }

  private static @Nullable String blankToNull(String text) {
    String bare = stripped(text);
    return bare.isEmpty() ? null : bare;
  }
}
