package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import java.util.List;
import java.util.Map;

/// The figures that prices are made of, under one version: a price can be computed again as long as
/// its book is known.
public record PriceBook(String version, Figures figures) {

  /// First figures: what lead shops ask for fresh shared seller leads, to be replaced by what our
  /// own sales teach. A month takes three quarters off; alone costs what three would pay.
  public static final PriceBook FIRST =
      new PriceBook(
          "2026-11",
          new Figures(
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
              List.of(
                  new Step(0, 100),
                  new Step(2, 85),
                  new Step(4, 65),
                  new Step(8, 45),
                  new Step(15, 25),
                  new Step(31, 12),
                  new Step(91, 6)),
              List.of(new Step(1, 105), new Step(2, 115)),
              List.of(new Step(0, 110), new Step(5, 105), new Step(20, 100)),
              List.of(
                  new Step(0, 100),
                  new Step(100, 105),
                  new Step(300, 112),
                  new Step(800, 120),
                  new Step(2_000, 130)),
              new Unsold(48, 24, 5, 60),
              300,
              10,
              Money.usd(2_00),
              Money.usd(85_00)));
}
