package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.GeoPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Texts as numbers and places; empty where they are none.
public final class Readers {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,20})?");
  private static final Pattern MONEY = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private Readers() {}

  public static Optional<Integer> whole(String text) {
    return WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  public static Optional<Double> decimal(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
  }

  /// Dollars as cents.
  public static Optional<Long> cents(String text) {
    return MONEY.matcher(text).matches()
        ? Optional.of(new BigDecimal(text).movePointRight(2).longValueExact())
        : Optional.empty();
  }

  public static Optional<GeoPoint> point(String text) {
    List<Double> numbers = decimals(text);
    if (numbers.size() != 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GeoPoint(numbers.get(0), numbers.get(1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public static Optional<GeoBox> box(String text) {
    List<Double> edges = decimals(text);
    if (edges.size() != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GeoBox(edges.get(0), edges.get(1), edges.get(2), edges.get(3)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// All of them or none.
  private static List<Double> decimals(String text) {
    List<Optional<Double>> numbers =
        Pattern.compile(",").splitAsStream(text).map(String::strip).map(Readers::decimal).toList();
    return numbers.stream().allMatch(Optional::isPresent)
        ? numbers.stream().map(Optional::orElseThrow).toList()
        : List.of();
  }
}
