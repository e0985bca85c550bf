package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.matching.Home;
import com.aiqleads.acquisition.matching.Traits;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Phone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Two advertisements are compared only if they share one of these: comparing all with all would
/// cost the square of their number. Personal: made of phone numbers and addresses.
public record BlockingKey(String text) {

  /// Prices of one band are within a quarter of each other.
  private static final double BAND = Math.log(1.25);

  private static final String SEPARATOR = "|";

  static Set<BlockingKey> of(Advertisement advertisement) {
    return of(advertisement.traits());
  }

  static Set<BlockingKey> of(Traits traits) {
    Set<BlockingKey> keys = new LinkedHashSet<>();
    keys.add(of(traits.home()));
    keys.add(ofNumber(traits.home()));
    keys.add(made("street", traits.city(), traits.home().number(), traits.home().name()));
    keys.addAll(ofPerson(traits));
    traits.photos().forEach(photo -> keys.add(ofPhoto(photo)));
    GeoPoint point = traits.point();
    if (point != null && traits.bedrooms() > 0 && traits.priceMinorUnits() > 0) {
      addPlace(keys, point, traits.bedrooms(), Math.log((double) traits.priceMinorUnits()) / BAND);
    }
    return keys;
  }

  /// What says who sells it.
  static Set<BlockingKey> ofPerson(Traits traits) {
    Set<BlockingKey> keys = new LinkedHashSet<>();
    traits.phones().forEach(phone -> keys.add(of(phone)));
    traits.emails().forEach(email -> keys.add(of(email)));
    return keys;
  }

  /// Number, name, unit and ZIP code: directionals and suffixes are what sites leave out.
  static BlockingKey of(Home home) {
    return made("address", home.zip(), home.number(), home.name(), home.door());
  }

  /// Number and ZIP code, for misspelt streets and for units that are left out.
  private static BlockingKey ofNumber(Home home) {
    return made("house", home.zip(), home.number());
  }

  /// As of a home at that address.
  public static BlockingKey of(Address address) {
    return of(Home.at(address));
  }

  public static BlockingKey of(Phone phone) {
    return made("phone", phone.e164());
  }

  public static BlockingKey of(Email email) {
    return made("email", email.inLowerCase().address());
  }

  /// Both: leads that were filed before cases were no longer told apart have it as it was written.
  public static Set<BlockingKey> inEitherForm(Email email) {
    return new LinkedHashSet<>(List.of(of(email), made("email", email.address())));
  }

  static BlockingKey ofPhoto(String photo) {
    return made("photo", photo);
  }

  /// In two rows of bands, of which each has its borders in the middles of the other's.
  private static void addPlace(Set<BlockingKey> keys, GeoPoint point, int rooms, double band) {
    String cell = Geohash.of(point);
    String bedrooms = String.valueOf(rooms);
    keys.add(made("place", cell, bedrooms, "a" + (long) Math.floor(band)));
    keys.add(made("place", cell, bedrooms, "b" + (long) Math.floor(band + 0.5)));
  }

  private static BlockingKey made(String... parts) {
    return new BlockingKey(String.join(SEPARATOR, parts));
  }

  @Override
  public String toString() {
    return text.substring(0, text.indexOf('|')) + "|***";
  }
}
