package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.marketplace.Cell;

/// The rows and columns whose points a box contains, both ends included; none if `first > last`.
public record BoxCells(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  public static BoxCells of(GeoBox box) {
    return new BoxCells(
        firstFrom(box.south()), lastTo(box.north()), firstFrom(box.west()), lastTo(box.east()));
  }

  private static int firstFrom(double edge) {
    int first = (int) Math.floor(edge * Cell.PER_DEGREE) - 1;
    while (degrees(first) < edge) {
      first++;
    }
    return first;
  }

  private static int lastTo(double edge) {
    int last = (int) Math.ceil(edge * Cell.PER_DEGREE) + 1;
    while (degrees(last) > edge) {
      last--;
    }
    return last;
  }

  /// As [Cell#point] computes it.
  private static double degrees(int hundredths) {
    return hundredths / (double) Cell.PER_DEGREE;
  }
}
