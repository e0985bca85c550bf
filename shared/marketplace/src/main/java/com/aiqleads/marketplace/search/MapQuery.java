package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoBox;

/// What a map of a box shows: each lead if there are few, else how many there are in each square.
public record MapQuery(Filter filter, GeoBox box) {
  public static final int MAX_POINTS = 2_000;

  private static final int[] STEPS = {1, 5, 25, 125, 625};

  public MapQuery {
    filter =
        new Filter(
            filter.words(),
            filter.chosen(),
            filter.price(),
            filter.asking(),
            new Area.Within(box),
            filter.availableAt());
  }

  /// Of how many rows and columns a square has to be so that the box never has too many.
  public int step() {
    BoxCells cells = BoxCells.of(box);
    for (int step : STEPS) {
      if (squares(cells, step) <= MAX_POINTS) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private static long squares(BoxCells cells, int step) {
    return steps(cells.firstRow(), cells.lastRow(), step)
        * steps(cells.firstColumn(), cells.lastColumn(), step);
  }

  private static long steps(int first, int last, int step) {
    return Math.floorDiv(last, step) - Math.floorDiv(first, step) + 1L;
  }
}
