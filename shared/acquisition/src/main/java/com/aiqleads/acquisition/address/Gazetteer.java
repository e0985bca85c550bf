package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Resources;
import com.aiqleads.kernel.GeoPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// ZIP codes with their middles, shipped with us: it needs no network and never knows a street.
public final class Gazetteer implements Geocoder {

  private record Place(String zip, String city, String state, GeoPoint middle) {

    static Place parse(String line) {
      String[] cells = line.split(",");
      return new Place(
          cells[0],
          Cities.normalised(cells[1]),
          cells[2],
          new GeoPoint(Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
    }

    String cityAndState() {
      return city + "," + state;
    }
  }

  private static final Gazetteer SHIPPED =
      new Gazetteer(Resources.lines(Resources.class, "zips.csv").stream().skip(1));

  private final Map<String, Place> byZip;
  private final Map<String, GeoPoint> byCity;

  private Gazetteer(Stream<String> lines) {
    byZip = lines.map(Place::parse).collect(Collectors.toMap(Place::zip, Function.identity()));
    byCity =
        byZip.values().stream()
            .collect(
                Collectors.groupingBy(
                    Place::cityAndState,
                    Collectors.collectingAndThen(Collectors.toList(), Gazetteer::middle)));
  }

  public static Gazetteer shipped() {
    return SHIPPED;
  }

  static Optional<String> cityOf(@Nullable String zip) {
    return Optional.ofNullable(zip).map(SHIPPED.byZip::get).map(Place::city);
  }

  /// The middle of the ZIP code; of the city, if the ZIP code is not known or lies elsewhere.
  @Override
  public Geocode locate(Address address) {
    Place place = byZip.get(address.zip());
    if (place != null && place.state().equals(address.state())) {
      return new Geocode.Found(new Location(place.middle(), Accuracy.ZIP));
    }
    GeoPoint middle = byCity.get(address.city() + "," + address.state());
    return middle == null
        ? Geocode.NOT_FOUND
        : new Geocode.Found(new Location(middle, Accuracy.CITY));
  }

  private static GeoPoint middle(List<Place> places) {
    return new GeoPoint(
        places.stream().mapToDouble(place -> place.middle().latitude()).average().orElseThrow(),
        places.stream().mapToDouble(place -> place.middle().longitude()).average().orElseThrow());
  }
}
