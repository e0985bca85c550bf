package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import java.util.Map;

/// The figures that prices are made of, under one version: a price can be computed again as long as
/// its book is known. Percentages are whole numbers, so every price is exact.
public record PriceBook(
    String version,
    Map<String, Money> baseBySource,
    Money baseOfOtherSources,
    Map<String, Integer> percentByType,
    Map<String, Integer> percentByState,
    Money floor,
    Money ceiling) {

  public static final int UNCHANGED_PERCENT = 100;

  /// First figures: what lead shops ask for fresh shared seller leads, to be replaced by what our
  /// own sales teach.
  public static final PriceBook CURRENT =
      new PriceBook(
          "2026-11",
          Map.of("fsbo", Money.usd(24_00), "forsalebyowner", Money.usd(22_00)),
          Money.usd(18_00),
          Map.of(
              "house", 100,
              "townhouse", 95,
              "condo", 85,
              "multi_family", 120,
              "mobile_home", 50,
              "land", 60,
              "other", 75),
          Map.of("AZ", 105, "CA", 130, "CO", 110, "FL", 115, "GA", 105, "NY", 125, "TX", 110),
          Money.usd(2_00),
          Money.usd(85_00));

  public PriceBook {
    baseBySource = Map.copyOf(baseBySource);
    percentByType = Map.copyOf(percentByType);
    percentByState = Map.copyOf(percentByState);
    if (floor.isNegative() || floor.compareTo(ceiling) > 0) {
      throw new IllegalArgumentException("no price between " + floor + " and " + ceiling);
    }
  }

  Money base(String source) {
    return baseBySource.getOrDefault(source, baseOfOtherSources);
  }

  int typePercent(String type) {
    return percentByType.getOrDefault(type, UNCHANGED_PERCENT);
  }

  int statePercent(String state) {
    return percentByState.getOrDefault(state, UNCHANGED_PERCENT);
  }
}
