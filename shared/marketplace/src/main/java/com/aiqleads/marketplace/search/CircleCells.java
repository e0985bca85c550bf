package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.Cell;
import java.util.ArrayList;
import java.util.List;

/// The cells of a circle, row by row: exactly those whose point [Area.Near] contains. Stores look
/// for ranges of whole numbers and never compute a distance to decide who is inside.
public final class CircleCells {
  private static final int LAST_ROW = 90 * Cell.PER_DEGREE;
  private static final int LAST_COLUMN = 180 * Cell.PER_DEGREE;
  private static final int COLUMNS_AROUND = 360 * Cell.PER_DEGREE;

  private final Area.Near circle;
  private final List<CellRange> ranges = new ArrayList<>();

  private CircleCells(Area.Near circle) {
    this.circle = circle;
  }

  public static List<CellRange> of(Area.Near circle) {
    CircleCells cells = new CircleCells(circle);
    cells.addRows(1);
    cells.addRows(-1);
    return List.copyOf(cells.ranges);
  }

  /// From the centre to the north or to the south, as far as the circle reaches.
  private void addRows(int direction) {
    Cell center = Cell.of(circle.center());
    int row = direction > 0 ? center.row() : center.row() - 1;
    boolean reached = true;
    while (reached && Math.abs(row) <= LAST_ROW) {
      reached = addRow(row, center.column()) || Math.abs(row - center.row()) <= 1;
      row += direction;
    }
  }

  /// Says whether the row has cells of the circle.
  private boolean addRow(int row, int middle) {
    int nearest = nearestColumn(row, middle);
    if (!inside(row, nearest)) {
      return false;
    }
    addRange(row, nearest - reach(row, nearest, -1), nearest + reach(row, nearest, 1));
    return true;
  }

  private int nearestColumn(int row, int middle) {
    int nearest = middle;
    for (int column = middle - 1; column <= middle + 1; column++) {
      if (metres(row, column) < metres(row, nearest)) {
        nearest = column;
      }
    }
    return nearest;
  }

  /// How many columns the circle reaches from a column inside it: distance grows with the
  /// difference of longitudes up to half way round, so halving finds the last one.
  private int reach(int row, int from, int direction) {
    int in = 0;
    int out = COLUMNS_AROUND / 2;
    if (inside(row, from + direction * out)) {
      return out;
    }
    while (out - in > 1) {
      int middle = (in + out) >>> 1;
      if (inside(row, from + direction * middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  /// Columns count on beyond the 180th meridian; what is stored does not.
  private void addRange(int row, int west, int east) {
    if (east - west >= COLUMNS_AROUND - 1) {
      add(row, -LAST_COLUMN, LAST_COLUMN);
      return;
    }
    add(row, Math.max(west, -LAST_COLUMN), Math.min(east, LAST_COLUMN));
    if (west <= -LAST_COLUMN) {
      add(row, west + COLUMNS_AROUND, LAST_COLUMN);
    }
    if (east >= LAST_COLUMN) {
      add(row, -LAST_COLUMN, east - COLUMNS_AROUND);
    }
  }

  private void add(int row, int west, int east) {
    ranges.add(new CellRange(new Cell(row, west).number(), new Cell(row, east).number()));
  }

  private boolean inside(int row, int column) {
    return metres(row, column) <= circle.radiusMetres();
  }

  private long metres(int row, int column) {
    int onEarth = Math.floorMod(column + LAST_COLUMN, COLUMNS_AROUND) - LAST_COLUMN;
    GeoPoint point = new Cell(row, onEarth).point();
    return Cell.metres(circle.center(), point);
  }
}
