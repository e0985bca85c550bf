package com.aiqleads.acquisition.scrapezillow;

import com.aiqleads.acquisition.parsing.ZillowResults.Box;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// A part of the map, in degrees, its edges within.
record MapBox(BigDecimal north, BigDecimal south, BigDecimal east, BigDecimal west) {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int DECIMALS = 6;

  /// About a hundred metres: no more homes stand so close than a search can show.
  private static final BigDecimal MIN_SIDE = new BigDecimal("0.001");

  MapBox {
    north = rounded(north);
    south = rounded(south);
    east = rounded(east);
    west = rounded(west);
  }

  static MapBox of(Box box) {
    return new MapBox(box.north(), box.south(), box.east(), box.west());
  }

  /// Four boxes that cover this one; none if it is too small, or no box at all.
  List<MapBox> quarters() {
    if (north.subtract(south).compareTo(MIN_SIDE) < 0
        || east.subtract(west).compareTo(MIN_SIDE) < 0) {
      return List.of();
    }
    BigDecimal latitude = middle(north, south);
    BigDecimal longitude = middle(east, west);
    return List.of(
        new MapBox(north, latitude, longitude, west),
        new MapBox(north, latitude, east, longitude),
        new MapBox(latitude, south, longitude, west),
        new MapBox(latitude, south, east, longitude));
  }

  private static BigDecimal middle(BigDecimal one, BigDecimal other) {
    return one.add(other).divide(TWO, DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(BigDecimal degrees) {
    return degrees.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
