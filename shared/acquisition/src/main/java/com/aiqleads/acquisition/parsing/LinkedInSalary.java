package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Salary.Interval;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Salaries as cards, pages and linked data write them: `$70,000.00/yr - $90,000.00/yr`.
final class LinkedInSalary {

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "USD", "US$", "USD", "USD", "USD", "CA$", "CAD", "A$", "AUD", "£", "GBP", "GBP",
          "GBP", "€", "EUR", "EUR", "EUR");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![A-Za-z$£€\\d])([A-Z]{0,3}[$£€]|USD|GBP|EUR)\\s?(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})"
              + "(\\.\\d{1,2})?([Kk])?(?![\\d,]*\\d)\\s?(?:/\\s?([a-z]{1,6}))?");
  private static final Pattern PER =
      Pattern.compile(
          "(?:per|an|a|/)\\s?(year|annum|month|week|day|hour)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_MOST =
      Pattern.compile("up to|maximum|less than", Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_LEAST =
      Pattern.compile("from|starting|at least|minimum|\\+", Pattern.CASE_INSENSITIVE);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final int MAX_AMOUNTS = 2;

  private record Amount(Money money, @Nullable Interval interval) {}

  private LinkedInSalary() {}

  /// Null if the text says no amount, or more than two, or in two currencies.
  static @Nullable Salary of(@Nullable String text) {
    String line = Bounds.line(text);
    List<Amount> amounts = line == null ? List.of() : amounts(line);
    if (line == null || amounts.isEmpty() || amounts.size() > MAX_AMOUNTS) {
      return null;
    }
    Amount first = amounts.getFirst();
    Amount last = amounts.getLast();
    if (!first.money().currency().equals(last.money().currency())
        || first.money().compareTo(last.money()) > 0) {
      return null;
    }
    Interval named = last.interval() == null ? first.interval() : last.interval();
    Interval interval = named == null ? per(line) : named;
    boolean one = amounts.size() == 1;
    Money min = one && AT_MOST.matcher(line).find() ? null : first.money();
    Money max = one && min != null && AT_LEAST.matcher(line).find() ? null : last.money();
    return new Salary(min, max, interval, line);
  }

  private static List<Amount> amounts(String line) {
    List<Amount> amounts = new ArrayList<>();
    Matcher amount = AMOUNT.matcher(line);
    while (amount.find() && amounts.size() <= MAX_AMOUNTS) {
      String currency = CURRENCIES.get(amount.group(1));
      if (currency == null) {
        return List.of();
      }
      String cents = amount.group(3) == null ? "" : amount.group(3);
      BigDecimal number = new BigDecimal(amount.group(2).replace(",", "") + cents);
      BigDecimal whole = amount.group(4) == null ? number : number.multiply(THOUSAND);
      if (whole.signum() > 0) {
        amounts.add(
            new Amount(
                Money.rounded(whole, Currency.getInstance(currency)), interval(amount.group(5))));
      }
    }
    return amounts;
  }

  private static @Nullable Interval per(String line) {
    Matcher per = PER.matcher(line);
    return per.find() ? interval(per.group(1)) : null;
  }

  private static @Nullable Interval interval(@Nullable String unit) {
    return switch (unit == null ? "" : unit.toLowerCase(Locale.ROOT)) {
      case "yr", "year", "annum", "annual" -> Interval.YEARLY;
      case "mo", "month" -> Interval.MONTHLY;
      case "wk", "week" -> Interval.WEEKLY;
      case "day" -> Interval.DAILY;
      case "hr", "hour" -> Interval.HOURLY;
      default -> null;
    };
  }

  /// `baseSalary` of linked data.
  static @Nullable Salary of(Json salary) {
    Json value = salary.get("value");
    String currency = salary.get("currency").text();
    if (currency == null || !CURRENCIES.containsValue(currency)) {
      return null;
    }
    Json single = value.value() instanceof Map ? value.get("value") : value;
    Money min = money(value.get("minValue").number(), single.number(), currency);
    Money max = money(value.get("maxValue").number(), single.number(), currency);
    if ((min == null && max == null) || (min != null && max != null && min.compareTo(max) > 0)) {
      return null;
    }
    return new Salary(min, max, interval(value.get("unitText").text()), text(min, max));
  }

  private static @Nullable Money money(
      @Nullable BigDecimal bound, @Nullable BigDecimal single, String currency) {
    BigDecimal number = bound == null ? single : bound;
    boolean possible =
        number != null
            && number.signum() > 0
            && number.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0;
    return number != null && possible
        ? Money.rounded(number, Currency.getInstance(currency))
        : null;
  }

  private static String text(@Nullable Money min, @Nullable Money max) {
    return min == null ? "up to " + max : max == null ? "from " + min : min + " - " + max;
  }

  /// Two places may round, and one may leave the interval out.
  static boolean agree(Salary one, Salary other) {
    boolean interval =
        one.interval() == null || other.interval() == null || one.interval() == other.interval();
    return interval && same(one.min(), other.min()) && same(one.max(), other.max());
  }

  private static boolean same(@Nullable Money one, @Nullable Money other) {
    return one == null || other == null || one.equals(other);
  }
}
