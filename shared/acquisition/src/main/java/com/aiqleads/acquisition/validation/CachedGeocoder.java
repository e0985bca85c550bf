package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import com.aiqleads.kernel.GeoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Asks for each building once in a while. Its homes share the answer: no geocoder places doors.
public record CachedGeocoder(Geocoder geocoder, ValidationCache cache) implements Geocoder {

  /// Streets do not move, but new ones come, and mistakes of maps are mended.
  private static final Duration FOUND = Duration.ofDays(90);

  private static final Duration NOT_FOUND = Duration.ofDays(7);
  private static final String NONE = "none";
  private static final String SEVERAL = "several";
  private static final int PARTS = 3;

  @Override
  public Geocode locate(Address address) {
    String subject = subject(address);
    return cache
        .find(Kind.GEOCODE, subject)
        .flatMap(CachedGeocoder::read)
        .orElseGet(() -> asked(address, subject));
  }

  /// As what the cache knows it.
  public static String subject(Address address) {
    return String.join("|", address.street(), address.city(), address.state(), address.zip());
  }

  private Geocode asked(Address address, String subject) {
    Geocode answer = geocoder.locate(address);
    switch (answer) {
      case Geocode.Found(Location location) ->
          cache.keep(Kind.GEOCODE, subject, written(location), FOUND);
      case Geocode.NotFound _ -> cache.keep(Kind.GEOCODE, subject, NONE, NOT_FOUND);
      case Geocode.Ambiguous _ -> cache.keep(Kind.GEOCODE, subject, SEVERAL, NOT_FOUND);
      case Geocode.Unanswered _ -> {}
    }
    return answer;
  }

  private static String written(Location location) {
    return String.format(
        Locale.ROOT,
        "%.6f %.6f %s",
        location.point().latitude(),
        location.point().longitude(),
        location.accuracy().id());
  }

  /// What another version of us wrote in a way that we cannot read, we ask for.
  private static Optional<Geocode> read(String answer) {
    if (answer.equals(NONE) || answer.equals(SEVERAL)) {
      return Optional.of(answer.equals(NONE) ? Geocode.NOT_FOUND : Geocode.AMBIGUOUS);
    }
    List<String> parts = List.of(answer.split(" ", -1));
    try {
      return parts.size() == PARTS ? Optional.of(found(parts)) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Geocode found(List<String> parts) {
    GeoPoint point =
        new GeoPoint(Double.parseDouble(parts.get(0)), Double.parseDouble(parts.get(1)));
    return new Geocode.Found(new Location(point, Accuracy.of(parts.get(2))));
  }
}
