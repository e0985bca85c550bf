package com.aiqleads.acquisition.parsing;

import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads figures as people write them; null where there is none, or none that can be true.
final class Figures {

  private static final Pattern PRICE =
      Pattern.compile("(?<!\\d)(\\d{1,3}(?:,\\d{3})+|\\d{4,11})(?:\\.(\\d{2}))?(?!\\d)");
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|(?<![\\w.])\\.\\d+");
  private static final Pattern FULL_AND_HALF =
      Pattern.compile(
          "(\\d{1,3})\\s*f(?:ull)?(?![a-z])\\D+(\\d{1,3})\\s*(?:h(?:alf)?|p(?:artial)?)(?![a-z])");

  /// `2 1/2`, `1/4`: never the figure before its fraction alone.
  private static final Pattern FRACTION =
      Pattern.compile("(?<![\\d.,/])(?:(\\d{1,4})(?:\\s|\\s?-\\s?))?(1/2|[13]/4|[12]/3)(?![\\d/])");

  /// `2/1`, `50 x 100`: two figures, of which the first says nothing by itself.
  private static final Pattern TWO_FIGURES =
      Pattern.compile("\\d['’]?\\s?(?:ft\\.?|feet)?\\s?[/x×]\\s?\\d");

  /// `0.25 - 0.5`, `1/4 to 1/2`, `3+`: somewhere from here on. `2 - 1/2` is one figure.
  private static final Pattern RANGE =
      Pattern.compile(
          "/\\d\\s?(?:-|–|—|to)\\s?\\d"
              + "|(?<!/)\\d\\s?(?:-|–|—|to)\\s?(?!(?:1/2|[13]/4|[12]/3)(?![\\d/]))[\\d.]"
              + "|\\d\\s?\\+");

  /// The same behind a price, where other figures may follow: `- $425,000`, `- 425,000`, `+`.
  private static final Pattern RANGE_OF_PRICES =
      Pattern.compile(
          "\\s?(?:\\+|(?:-|–|—|to)\\s?(?:\\$\\s?\\d|\\d{1,3}(?:,\\d{3})+(?!\\s?(?:sq|sf|ft))))");

  /// What stands before a price that was asked once.
  private static final Pattern FORMER =
      Pattern.compile(
          "(?<![a-z])(?:was|were|formerly|originally|previously|(?:reduced|down) from)[\\s:]{0,3}"
              + "(?:us)?\\s?\\$?\\s?$",
          Pattern.CASE_INSENSITIVE);
  private static final int FORMER_LENGTH = 30;

  private static final Pattern ACRES = Pattern.compile("acre|(?<![a-z])ac(?![a-z])");
  /// The sign or the name of what is no dollar of ours; `US$` is one.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[€£¥₹₩₪₱]|(?<![A-Za-z])(?:C|CA|CDN|A|AU|NZ|MX|HK|S|R|BZ|TT|NT)\\$"
              + "|(?<![A-Za-z])(?:CAD|AUD|NZD|MXN|EUR|GBP|CHF|BRL|INR|JPY|CNY)(?![A-Za-z])");

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal SQFT_PER_ACRE = BigDecimal.valueOf(43_560);
  private static final int MAX_PRICE_LENGTH = "99,999,999,999".length();
  private static final int MAX_NUMBER_LENGTH = 20;
  private static final int MAX_ROOMS = 50;
  private static final int MIN_AREA_SQFT = 50;
  private static final int FIRST_YEAR = 1600;
  private static final int YEARS_AHEAD = 3;

  private Figures() {}

  /// Whether a price is of another currency, where that is written beside it.
  static boolean isForeign(@Nullable String price) {
    String line = bounded(price);
    return canNameCurrency(line) && FOREIGN.matcher(line).find();
  }

  /// Most prices are a dollar sign and figures, which a look at each character says sooner than the
  /// expression.
  private static boolean canNameCurrency(String line) {
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (character > '~' || (character >= 'A' && character <= 'Z')) {
        return true;
      }
    }
    return false;
  }

  /// Of a currency that is named by itself; without a name it is taken for ours.
  static boolean isForeignCurrency(@Nullable String currency) {
    return currency != null && !currency.equals("USD") && !currency.equals("$");
  }

  /// What is asked now, and neither what was asked before nor where a range begins.
  static @Nullable Money usd(@Nullable String text) {
    String line = bounded(text);
    Matcher price = PRICE.matcher(line);
    boolean found = price.find();
    while (found && isFormer(line, price.start())) {
      found = price.find();
    }
    if (!found
        || isForeign(text)
        || RANGE_OF_PRICES.matcher(line).region(price.end(), line.length()).lookingAt()
        || price.group(1).length() > MAX_PRICE_LENGTH) {
      return null;
    }
    long dollars = Long.parseLong(price.group(1).replace(",", ""));
    long cents = price.group(2) == null ? 0 : Long.parseLong(price.group(2));
    return dollars == 0 ? null : Money.usd(dollars * 100 + cents);
  }

  private static boolean isFormer(String line, int start) {
    return FORMER.matcher(line.substring(Math.max(0, start - FORMER_LENGTH), start)).find();
  }

  static @Nullable Integer bedrooms(@Nullable String text) {
    BigDecimal number = RANGE.matcher(bounded(text)).find() ? null : number(text);
    return number == null || number.compareTo(BigDecimal.valueOf(MAX_ROOMS)) > 0
        ? null
        : Integer.valueOf(number.intValue());
  }

  /// `2 full, 1 half` is 2.5; zero is unknown, not a home without a bath.
  static @Nullable BigDecimal bathrooms(@Nullable String text) {
    Matcher both = FULL_AND_HALF.matcher(bounded(text).toLowerCase(Locale.ROOT));
    BigDecimal number =
        both.find()
            ? new BigDecimal(both.group(1)).add(HALF.multiply(new BigDecimal(both.group(2))))
            : quantity(text);
    boolean possible =
        number != null
            && number.signum() > 0
            && number.compareTo(BigDecimal.valueOf(MAX_ROOMS)) <= 0;
    return possible ? number : null;
  }

  /// In square feet, as its label says.
  static @Nullable Integer area(@Nullable String text) {
    return within(number(text), MIN_AREA_SQFT, Integer.MAX_VALUE);
  }

  /// Needs its unit: a bare `2` may be acres or anything else.
  static @Nullable Integer lotSize(@Nullable String text) {
    String lower = bounded(text).toLowerCase(Locale.ROOT);
    BigDecimal number = quantity(lower);
    if (number == null) {
      return null;
    }
    if (ACRES.matcher(lower).find()) {
      return within(number.multiply(SQFT_PER_ACRE), MIN_AREA_SQFT, Integer.MAX_VALUE);
    }
    boolean squareFeet = lower.contains("sq") || lower.contains("sf") || lower.contains("ft");
    return squareFeet ? within(number, MIN_AREA_SQFT, Integer.MAX_VALUE) : null;
  }

  static @Nullable Integer yearBuilt(@Nullable String text, Instant seenAt) {
    return within(number(text), FIRST_YEAR, seenAt.atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD);
  }

  static String shortened(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
    return text.substring(0, end);
  }

  /// Expressions look only at what can be a figure: some would try every place of a long text, and
  /// all that follows it, each.
  private static String bounded(@Nullable String text) {
    String line = Bounds.line(text);
    return line == null ? "" : line;
  }

  /// With its fraction, however that is written; none of what is two figures, or one of many.
  private static @Nullable BigDecimal quantity(@Nullable String text) {
    String plain =
        bounded(text)
            .toLowerCase(Locale.ROOT)
            .replace("½", " 1/2")
            .replace("¼", " 1/4")
            .replace("¾", " 3/4");
    if (RANGE.matcher(plain).find()) {
      return null;
    }
    Matcher fraction = FRACTION.matcher(plain.strip().replaceAll("\\s{1,10}", " "));
    if (fraction.find()) {
      String[] parts = fraction.group(2).split("/");
      BigDecimal share =
          new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 2, RoundingMode.HALF_EVEN);
      return fraction.group(1) == null ? share : new BigDecimal(fraction.group(1)).add(share);
    }
    return TWO_FIGURES.matcher(plain).find() ? null : number(plain);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    Matcher number = NUMBER.matcher(bounded(text));
    return number.find() && number.group().length() <= MAX_NUMBER_LENGTH
        ? new BigDecimal(number.group().replace(",", ""))
        : null;
  }

  private static @Nullable Integer within(@Nullable BigDecimal number, int min, int max) {
    if (number == null
        || number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      return null;
    }
    return number.intValue();
  }
}
