package com.aiqleads.kernel;

/// A box on the map, edges included. It never crosses the 180th meridian.
public record GeoBox(double south, double west, double north, double east) {

  public GeoBox {
    if (!(south >= -90 && south <= north && north <= 90)
        || !(west >= -180 && west <= east && east <= 180)) {
      throw new IllegalArgumentException(
          "not a box of south <= north and west <= east: "
              + south
              + ", "
              + west
              + ", "
              + north
              + ", "
              + east);
    }
  }

  public boolean contains(GeoPoint point) {
    return point.latitude() >= south
        && point.latitude() <= north
        && point.longitude() >= west
        && point.longitude() <= east;
  }
}
