package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How Facebook writes prices, rooms, sizes, places and times; null where it does not.
final class FacebookText {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern DOLLARS = Pattern.compile("(?<![A-Za-z])\\$\\s?\\d");
  private static final Pattern PER_TIME =
      Pattern.compile("/ ?(?:mo|week|wk|night|day|year)|per (?:month|week|night)|monthly");
  private static final Pattern STUDIO = Pattern.compile("(?<![a-z])studio(?![a-z])");
  private static final Pattern SQUARE_METERS =
      Pattern.compile(
          "(?<![\\d,.])(\\d{1,3}(?:,\\d{3})+|\\d{2,5})\\s?(?:m²|m2|sq\\.? ?m(?![a-z]))");
  private static final Pattern PLACE =
      Pattern.compile("([^,\\d]{1,80}), ?([A-Z]{2})(?: (\\d{5})(?:-\\d{4})?)?");
  private static final Pattern ZIP = Pattern.compile("(\\d{5})(?:-?\\d{4})?");
  private static final Pattern HOME =
      Pattern.compile(
          "(?<![a-z])(?:houses?|homes?|condos?|townho(?:use|me)s?|duplex|triplex|fourplex|villa|cabin"
              + "|apartment|bed(?:room)?s?|br|bath(?:room)?s?|acres?|lot|land|property|sq ?ft"
              + "|fsbo|by owner)(?![a-z])");
  private static final Pattern MILEAGE = Pattern.compile("\\d ?k? (?:miles|km)(?![a-z])");
  private static final Pattern HUNDREDTHS = Pattern.compile("\\d{3,13}");
  private static final Instant FIRST = Instant.parse("2007-05-12T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);

  private FacebookText() {}

  /// On one line: titles come with line ends in them.
  static @Nullable String heading(@Nullable String text) {
    String bounded = text == null ? "" : Figures.shortened(text, Bounds.MAX_HEADING_LENGTH).strip();
    return bounded.isEmpty() ? null : SPACES.matcher(bounded).replaceAll(" ");
  }

  /// A bare number with its currency; without one it is believed beside a text in dollars only.
  static @Nullable Money price(
      @Nullable String number, @Nullable String currency, @Nullable String formatted) {
    boolean ours =
        currency == null
            ? DOLLARS.matcher(bounded(formatted)).find() && !Figures.isForeign(formatted)
            : currency.equals("USD");
    return ours ? Figures.usd(number) : null;
  }

  /// The same in hundredths.
  static @Nullable Money cents(@Nullable String number, @Nullable String formatted) {
    String digits = bounded(number);
    return HUNDREDTHS.matcher(digits).matches()
        ? price(digits.substring(0, digits.length() - 2), null, formatted)
        : null;
  }

  static @Nullable Money price(@Nullable String formatted) {
    return isRent(formatted) ? null : ZillowText.price(formatted);
  }

  static boolean isRent(@Nullable String price) {
    return PER_TIME.matcher(lower(price)).find();
  }

  static @Nullable Integer bedrooms(@Nullable String text) {
    Integer rooms = ZillowText.bedrooms(text);
    return rooms == null && STUDIO.matcher(lower(text)).find() ? Integer.valueOf(0) : rooms;
  }

  static @Nullable Integer area(@Nullable String text) {
    Integer feet = ZillowText.area(text);
    Matcher metres = SQUARE_METERS.matcher(lower(text));
    return feet == null && metres.find() ? ZillowText.area(metres.group(1), "metres") : feet;
  }

  /// `Miami, FL` and perhaps a ZIP code.
  static RawAddress place(@Nullable String text) {
    Matcher place = PLACE.matcher(bounded(text).strip());
    return place.matches()
        ? new RawAddress(null, place.group(1).strip(), place.group(2), place.group(3))
        : RawAddress.UNKNOWN;
  }

  /// Without the four digits that may follow.
  static @Nullable String zip(@Nullable String text) {
    Matcher zip = ZIP.matcher(bounded(text).strip());
    return zip.matches() ? zip.group(1) : null;
  }

  /// Since the site has such advertisements, and not after the page was seen.
  static @Nullable Instant time(@Nullable BigDecimal epochSeconds, Instant seenAt) {
    boolean possible =
        epochSeconds != null
            && epochSeconds.compareTo(BigDecimal.valueOf(FIRST.getEpochSecond())) >= 0
            && epochSeconds.compareTo(BigDecimal.valueOf(seenAt.plus(AHEAD).getEpochSecond())) <= 0;
    return possible && epochSeconds != null
        ? Instant.ofEpochSecond(epochSeconds.longValue())
        : null;
  }

  /// `REAL_ESTATE` in words.
  static @Nullable String words(@Nullable String constant) {
    String line = Bounds.line(constant);
    return line == null ? null : line.replace('_', ' ');
  }

  static boolean speaksOfHome(@Nullable String text) {
    return HOME.matcher(lower(text)).find();
  }

  static boolean speaksOfMileage(@Nullable String text) {
    return MILEAGE.matcher(lower(text)).find();
  }

  static String lower(@Nullable String text) {
    return bounded(text).toLowerCase(Locale.ROOT);
  }

  private static String bounded(@Nullable String text) {
    String line = Bounds.line(text);
    return line == null ? "" : line;
  }
}
