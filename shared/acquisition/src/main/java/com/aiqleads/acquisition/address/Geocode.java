package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Location;

/// What a geocoder says of an address.
public sealed interface Geocode {

  Geocode NOT_FOUND = new NotFound();
  Geocode AMBIGUOUS = new Ambiguous();

  record Found(Location location) implements Geocode {}

  /// It knows no such address.
  record NotFound() implements Geocode {}

  /// It knows several places that the address may mean.
  record Ambiguous() implements Geocode {}

  /// It could not be asked, or said nothing that can be read. Asked again, it may answer.
  ///
  /// @param why for the log; never holds the address
  record Unanswered(String why) implements Geocode {}
}
