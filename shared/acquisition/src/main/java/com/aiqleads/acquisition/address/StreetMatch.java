package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.kernel.GeoPoint;
import java.util.Optional;

/// How far to believe a geocoder that places an address between the numbers at the ends of its
/// street, and that may have matched another address than the one it was asked for.
public final class StreetMatch {

  private StreetMatch() {}

  /// A place if it is the house that was asked for.
  ///
  /// @param matched the address that it matched, in one line
  /// @param exact whether it says that it had to change nothing
  public static Geocode judged(Address asked, String matched, GeoPoint point, boolean exact) {
    if (!(Addresses.normalise(matched) instanceof Normalised(Address found))
        || !isSameHouse(asked, found)) {
      return Geocode.NOT_FOUND;
    }
    boolean sameZip = asked.zip().equals(found.zip());
    boolean sameCity = asked.city().equals(found.city());
    if (!sameZip && !sameCity) {
      return Geocode.NOT_FOUND;
    }
    boolean sameStreet = exact || asked.street().equals(found.street());
    return new Geocode.Found(new Location(point, sameStreet ? Accuracy.STREET : Accuracy.ZIP));
  }

  /// ZIP codes in advertisements are often wrong, numbers and names hardly ever.
  private static boolean isSameHouse(Address asked, Address found) {
    Optional<Street> street = Street.parse(asked.street());
    Optional<Street> other = Street.parse(found.street());
    return asked.state().equals(found.state())
        && street.map(Street::number).equals(other.map(Street::number))
        && street.map(Street::name).equals(other.map(Street::name));
  }
}
