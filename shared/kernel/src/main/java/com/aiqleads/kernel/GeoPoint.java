package com.aiqleads.kernel;

/// A place on the earth in degrees (WGS 84).
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  public GeoPoint {
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("not on the earth: " + latitude + ", " + longitude);
    }
  }

  /// Along the great circle of a sphere (haversine).
  public double distanceKm(GeoPoint other) {
    double halfLatitude = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
    double halfLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double chord =
        halfLatitude * halfLatitude
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * halfLongitude
                * halfLongitude;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  /// Rounded to two decimals, about a kilometre: what may be shown of a home that is not bought
  /// yet.
  public GeoPoint roughly() {
    return new GeoPoint(Math.round(latitude * 100) / 100.0, Math.round(longitude * 100) / 100.0);
  }
}
