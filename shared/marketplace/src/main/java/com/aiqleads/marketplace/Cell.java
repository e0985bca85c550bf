package com.aiqleads.marketplace;

import com.aiqleads.kernel.GeoPoint;

/// A place rounded to a hundredth of a degree, as [GeoPoint#roughly] does: row by latitude, column
/// by longitude. Search knows places no better than they are shown, so that nobody can find a
/// hidden address by asking for ever smaller circles; and whole numbers compare alike in every
/// store.
public record Cell(int row, int column) {
  public static final int PER_DEGREE = 100;
  private static final int ROW_STRIDE = 100_000;

  public static Cell of(GeoPoint point) {
    return new Cell(
        (int) Math.round(point.latitude() * PER_DEGREE),
        (int) Math.round(point.longitude() * PER_DEGREE));
  }

  public GeoPoint point() {
    return new GeoPoint(row / (double) PER_DEGREE, column / (double) PER_DEGREE);
  }

  /// One number for both: cells of one row follow each other.
  public int number() {
    return row * ROW_STRIDE + column;
  }

  public static Cell ofNumber(int number) {
    int column = Math.floorMod(number + ROW_STRIDE / 2, ROW_STRIDE) - ROW_STRIDE / 2;
    return new Cell((number - column) / ROW_STRIDE, column);
  }

  /// The south-western cell of the square of so many rows and columns that this cell is in.
  public Cell corner(int step) {
    return new Cell(Math.floorDiv(row, step) * step, Math.floorDiv(column, step) * step);
  }

  /// Whole metres along the great circle; every store computes the same number.
  public long metresFrom(GeoPoint other) {
    return metres(other, point());
  }

  public static long metres(GeoPoint from, GeoPoint to) {
    return (long) Math.floor(from.distanceKm(to) * 1_000 + 0.5);
  }
}
