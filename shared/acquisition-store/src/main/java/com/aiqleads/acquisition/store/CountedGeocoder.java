package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.lambda.Metrics;

/// Counts what a geocoder on the network says.
record CountedGeocoder(Geocoder geocoder, Metrics metrics) implements Geocoder {

  @Override
  public Geocode locate(Address address) {
    Geocode answer = geocoder.locate(address);
    metrics.count("geocodes", "census", outcome(answer));
    return answer;
  }

  private static String outcome(Geocode answer) {
    return switch (answer) {
      case Geocode.Found found -> found.location().accuracy().id();
      case Geocode.NotFound _ -> "not-found";
      case Geocode.Ambiguous _ -> "ambiguous";
      case Geocode.Unanswered _ -> "unanswered";
    };
  }
}
