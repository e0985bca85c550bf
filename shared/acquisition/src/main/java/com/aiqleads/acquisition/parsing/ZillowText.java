package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How Zillow writes prices, rooms, sizes and addresses; null where it does not.
final class ZillowText {

  /// Not of another dollar, and not rounded: `C$500,000` and `$1.2M` say no price of ours.
  private static final Pattern PRICE =
      Pattern.compile(
          "(?<![A-Za-z])\\$\\s?(\\d{1,3}(?:,\\d{3}){1,3}|\\d{3,10})(?![\\d,]*\\d)"
              + "(?:\\.\\d{2})?(?!\\.\\d|\\s?[KMkm](?![A-Za-z]))");
  private static final Pattern PER_MONTH = Pattern.compile("/\\s?mo|per month");
  private static final Pattern BEDROOMS =
      Pattern.compile("(?<![\\d.,$])(\\d{1,2})\\s?(?:bds?|beds?|bedrooms?)");
  private static final Pattern BATHROOMS =
      Pattern.compile(
          "(?<![\\d.,$])(\\d{1,2}(?:\\.\\d{1,2})?)\\s?(?:ba(?:ths?|throoms?)?)(?![a-z])");
  private static final Pattern AREA =
      Pattern.compile("(?<![\\d,.])(\\d{1,3}(?:,\\d{3})+|\\d{2,6})\\s?(?:sq\\.? ?ft|square feet)");
  private static final Pattern UNDISCLOSED =
      Pattern.compile("undisclosed", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE_ZIP =
      Pattern.compile("([A-Z]{2})(?:\\s+(\\d{5})(?:-\\d{4})?)?");
  private static final BigDecimal SQFT_PER_SQUARE_METER = new BigDecimal("10.7639");
  private static final int MAX_STREET_PARTS = 4;

  private ZillowText() {}

  /// The first price: what a button beside it says of fees is none, nor is a rent.
  static @Nullable Money price(@Nullable String text) {
    String line = bounded(text);
    Matcher price = PRICE.matcher(line);
    boolean ours = !Figures.isForeign(line) && !PER_MONTH.matcher(line).find();
    return ours && price.find() ? dollars(price.group(1)) : null;
  }

  /// A bare number, in dollars if its currency is not said.
  static @Nullable Money price(@Nullable String number, @Nullable String currency) {
    return Figures.isForeignCurrency(currency) ? null : Figures.usd(number);
  }

  private static @Nullable Money dollars(String figure) {
    long dollars = Long.parseLong(figure.replace(",", ""));
    return dollars == 0 ? null : Money.usd(dollars * 100);
  }

  static @Nullable Integer bedrooms(@Nullable String text) {
    Matcher rooms = BEDROOMS.matcher(lower(text));
    return rooms.find() ? Figures.bedrooms(rooms.group(1)) : null;
  }

  static @Nullable BigDecimal bathrooms(@Nullable String text) {
    Matcher rooms = BATHROOMS.matcher(lower(text));
    return rooms.find() ? number(rooms.group(1)) : null;
  }

  static @Nullable Integer area(@Nullable String text) {
    Matcher area = AREA.matcher(lower(text));
    return area.find() ? Figures.area(area.group(1)) : null;
  }

  /// Zero is Zillow's word for unknown.
  static @Nullable BigDecimal number(@Nullable String baths) {
    return CraigslistText.bare(Figures.bathrooms(baths));
  }

  /// In square feet, whichever unit the page has; without one they are square feet.
  static @Nullable Integer area(@Nullable String value, @Nullable String unit) {
    Integer area = Figures.area(value);
    return area != null && unit != null && lower(unit).contains("met")
        ? Integer.valueOf(SQFT_PER_SQUARE_METER.multiply(BigDecimal.valueOf(area)).intValue())
        : area;
  }

  static @Nullable Integer lot(@Nullable String value, @Nullable String unit) {
    return value == null || unit == null
        ? null
        : Figures.lotSize(Figures.shortened(value + " " + unit, Bounds.MAX_LINE_LENGTH));
  }

  /// `12 Main St #4, Miami, FL 33137`; what owners do not disclose is not there.
  static RawAddress address(@Nullable String text) {
    List<String> parts = Stream.of(bounded(text).split(",", -1)).map(String::strip).toList();
    Matcher end = STATE_ZIP.matcher(parts.getLast());
    if (parts.size() < 2 || parts.size() > MAX_STREET_PARTS || !end.matches()) {
      return RawAddress.UNKNOWN;
    }
    String street = String.join(", ", parts.subList(0, parts.size() - 2));
    return new RawAddress(
        street(street), present(parts.get(parts.size() - 2)), end.group(1), end.group(2));
  }

  static @Nullable String street(@Nullable String text) {
    String street = present(text);
    return street == null || UNDISCLOSED.matcher(bounded(street)).find() ? null : street;
  }

  static @Nullable String present(@Nullable String text) {
    String line = bounded(text).strip();
    return line.isEmpty() ? null : line;
  }

  /// Spelled otherwise is not said otherwise.
  static boolean sameWords(String one, String other) {
    return one.equals(other) || CraigslistText.letters(one).equals(CraigslistText.letters(other));
  }

  /// Of the places that give one, the first.
  @SafeVarargs
  static <T> @Nullable T first(@Nullable T... values) {
    return Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String lower(@Nullable String text) {
    return bounded(text).toLowerCase(Locale.ROOT);
  }

  private static String bounded(@Nullable String text) {
    String line = Bounds.line(text);
    return line == null ? "" : line;
  }
}
