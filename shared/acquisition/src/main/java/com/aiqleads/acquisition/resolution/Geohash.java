package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.GeoPoint;

/// A cell of the map, about 150 metres wide and high: seven letters of a geohash.
final class Geohash {

  private static final String LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz";
  private static final int LENGTH = 7;
  private static final int BITS = 5;

  private Geohash() {}

  static String of(GeoPoint point) {
    double[] latitudes = {-90, 90};
    double[] longitudes = {-180, 180};
    StringBuilder hash = new StringBuilder(LENGTH);
    boolean east = true;
    for (int letter = 0; letter < LENGTH; letter++) {
      int value = 0;
      for (int bit = 0; bit < BITS; bit++) {
        int half = east ? half(longitudes, point.longitude()) : half(latitudes, point.latitude());
        value = value * 2 + half;
        east = !east;
      }
      hash.append(LETTERS.charAt(value));
    }
    return hash.toString();
  }

  /// Narrows the range to the half that holds the value: 1 for the upper.
  private static int half(double[] range, double value) {
    double middle = (range[0] + range[1]) / 2;
    int upper = value >= middle ? 1 : 0;
    range[1 - upper] = middle;
    return upper;
  }
}
