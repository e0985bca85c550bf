package com.aiqleads.local.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a site can begin to be built, or to mean, something else; every page of it answers as if all
/// were well.
public enum Drift {
  /// What held the price, or a job's title, has another name.
  RENAMED,
  /// Rooms and areas stand in other places.
  MOVED,
  /// Bedrooms and bathrooms, or a job's title and company, have changed places.
  SWAPPED,
  /// The price is a month's instalment.
  INSTALMENT,
  /// Prices are there and empty.
  EMPTIED,
  /// What all data hang from has another shape or name.
  RESHAPED,
  /// Latitude and longitude have changed places.
  TURNED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Drift> named(String text) {
    return Arrays.stream(values()).filter(drift -> drift.text().equals(text)).findFirst();
  }
}
