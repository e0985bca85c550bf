package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What of an advertisement is compared, read once and compared often. Figures are 0 where it is
/// silent. Personal: its text form hides it.
///
/// @param city with its state
/// @param point only where the home itself or its street was found
/// @param outline what all this is as figures
public record Traits(
    Home home,
    String city,
    @Nullable GeoPoint point,
    Set<Phone> phones,
    Set<Email> emails,
    int bedrooms,
    double bathrooms,
    int areaSqft,
    int yearBuilt,
    long priceMinorUnits,
    PropertyType type,
    Set<String> photos,
    String mlsNumber,
    Outline outline) {

  public static Traits of(Listing listing, Address address, Location location, Contact contact) {
    Property property = listing.property();
    Money price = listing.price();
    String mls = listing.mlsNumber();
    Home home = Home.at(address);
    GeoPoint point = location.accuracy().compareTo(Accuracy.STREET) <= 0 ? location.point() : null;
    Set<Phone> phones = Set.copyOf(contact.phones());
    Set<Email> emails =
        contact.emails().stream().map(Email::inLowerCase).collect(Collectors.toUnmodifiableSet());
    Set<String> photos = PhotoIds.of(listing.photoUrls());
    return new Traits(
        home,
        address.state() + " " + address.city(),
        point,
        phones,
        emails,
        number(property.bedrooms()),
        property.bathrooms() == null ? 0 : property.bathrooms().doubleValue(),
        number(property.livingAreaSqft()),
        number(property.yearBuilt()),
        price == null ? 0 : price.minorUnits(),
        property.type(),
        photos,
        mls == null ? "" : mls,
        Outline.of(home, point, phones, emails, photos));
  }

  private static int number(@Nullable Integer figure) {
    return figure == null ? 0 : figure;
  }

  @Override
  public String toString() {
    return "***";
  }
}
