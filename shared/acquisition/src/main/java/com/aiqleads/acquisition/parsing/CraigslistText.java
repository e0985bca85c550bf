package com.aiqleads.acquisition.parsing;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// How craigslist writes prices, rooms, sizes, times and places; null where it does not.
final class CraigslistText {

  private static final Pattern PRICE = Pattern.compile("\\$\\s?(\\d[\\d,]{0,13})(?![\\d,])");
  private static final Pattern BEDROOMS = Pattern.compile("(?<![\\d.])(\\d{1,2})\\s?br(?![a-z])");
  private static final Pattern BATHROOMS =
      Pattern.compile("(?<![\\d.])(\\d{1,2}(?:\\.\\d)?)\\+?\\s?ba(?![a-z])");
  private static final Pattern AREA =
      Pattern.compile(
          "(?<![\\d,.])(\\d{1,3}(?:,\\d{3})+|\\d{2,6})\\s?(?:ft|sq ?ft)(?:2|²)?(?![a-z])");
  private static final int DATE_LENGTH = 10;
  private static final int MAX_PRICE = 1_000_000_000;

  /// With `-0400`, `-04:00` or `Z`.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private CraigslistText() {}

  /// The element's text on one line; null if it has none, or more than a line holds.
  static @Nullable String line(@Nullable Element element) {
    String text = element == null ? null : Bounds.line(element.text().strip());
    return text == null || text.isEmpty() ? null : text;
  }

  /// In dollars: any other sign is another currency, of which we sell nothing. Nobody sells a home
  /// for nothing: `$0` says that there is no price.
  static @Nullable Money price(@Nullable String text) {
    Matcher price = PRICE.matcher(bounded(text));
    return !Figures.isForeign(text) && price.find()
        ? dollars(price.group(1).replace(",", ""))
        : null;
  }

  /// As linked data has it: a bare number beside its currency.
  static @Nullable Money price(Json offers) {
    String currency = offers.get("priceCurrency").text();
    String number = offers.get("price").text();
    if (number == null || (currency != null && !currency.equals("USD"))) {
      return null;
    }
    String bare = bounded(number).replace("$", "").replace(",", "").strip();
    int point = bare.indexOf('.');
    return dollars(point < 0 ? bare : bare.substring(0, point));
  }

  private static @Nullable Money dollars(String digits) {
    boolean number =
        !digits.isEmpty() && digits.chars().allMatch(each -> each >= '0' && each <= '9');
    if (!number || digits.length() > String.valueOf(MAX_PRICE).length()) {
      return null;
    }
    long dollars = Long.parseLong(digits);
    return dollars == 0 ? null : Money.usd(dollars * 100);
  }

  static @Nullable Integer bedrooms(@Nullable String text) {
    String lower = bounded(text).toLowerCase(Locale.ROOT);
    Matcher rooms = BEDROOMS.matcher(lower);
    return rooms.find() ? Figures.bedrooms(rooms.group(1)) : null;
  }

  /// A shared bath is no bath of the home's own, and says no number.
  static @Nullable BigDecimal bathrooms(@Nullable String text) {
    Matcher rooms = BATHROOMS.matcher(bounded(text).toLowerCase(Locale.ROOT));
    return rooms.find() ? bare(Figures.bathrooms(rooms.group(1))) : null;
  }

  static @Nullable Integer area(@Nullable String text) {
    Matcher area = AREA.matcher(bounded(text).toLowerCase(Locale.ROOT));
    return area.find() ? Figures.area(area.group(1)) : null;
  }

  static @Nullable BigDecimal bare(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  static @Nullable Instant instant(@Nullable String text) {
    try {
      String time = bounded(text).strip().replace(' ', 'T');
      return time.isEmpty() ? null : OffsetDateTime.parse(time, TIME).toInstant();
    } catch (DateTimeParseException noTime) {
      return null;
    }
  }

  /// Where the time was taken, which is where the home is.
  static @Nullable LocalDate date(@Nullable String time) {
    try {
      String text = bounded(time).strip();
      return text.length() < DATE_LENGTH ? null : LocalDate.parse(text.substring(0, DATE_LENGTH));
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }

  /// Zero, zero stands for a place that nobody gave.
  static @Nullable GeoPoint point(@Nullable String latitude, @Nullable String longitude) {
    BigDecimal north = decimal(latitude);
    BigDecimal east = decimal(longitude);
    boolean known =
        north != null
            && east != null
            && (north.signum() != 0 || east.signum() != 0)
            && Math.abs(north.doubleValue()) <= 90
            && Math.abs(east.doubleValue()) <= 180;
    return known && north != null && east != null
        ? new GeoPoint(north.doubleValue(), east.doubleValue())
        : null;
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    String number = bounded(text).strip();
    try {
      return number.isEmpty()
              || number.length() > 24
              || number.contains("e")
              || number.contains("E")
          ? null
          : new BigDecimal(number);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /// What two spellings of one text have in common, for comparing.
  static String letters(@Nullable String text) {
    String heading = Figures.shortened(text == null ? "" : text, Bounds.MAX_HEADING_LENGTH);
    StringBuilder letters = new StringBuilder(heading.length());
    int at = 0;
    while (at < heading.length()) {
      int character = heading.codePointAt(at);
      if (isOfWord(character)) {
        letters.appendCodePoint(character);
      }
      at += Character.charCount(character);
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }

  private static String bounded(@Nullable String text) {
    String line = Bounds.line(text);
    return line == null ? "" : line;
  }
}
