package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.Cell;

/// Where to look.
public sealed interface Area {

  boolean contains(Cell cell);

  record Everywhere() implements Area {
    @Override
    public boolean contains(Cell cell) {
      return true;
    }
  }

  /// A box on the map, edges included.
  record Within(GeoBox box) implements Area {
    @Override
    public boolean contains(Cell cell) {
      return box.contains(cell.point());
    }
  }

  /// A circle, edge included, to the metre.
  record Near(GeoPoint center, long radiusMetres) implements Area {
    public static final int MAX_RADIUS_KM = 250;

    public Near {
      if (radiusMetres <= 0 || radiusMetres > MAX_RADIUS_KM * 1_000L) {
        throw new IllegalArgumentException("not a radius we search: " + radiusMetres + " m");
      }
    }

    @Override
    public boolean contains(Cell cell) {
      return cell.metresFrom(center) <= radiusMetres;
    }
  }
}
