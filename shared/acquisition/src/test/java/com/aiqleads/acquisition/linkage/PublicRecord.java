package com.aiqleads.acquisition.linkage;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.address.Street;
import com.aiqleads.acquisition.matching.Traits;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A record of a public set as an advertisement: its address, and its phone number, if it has one.
/// Names and dates of birth say nothing to a matcher of homes. Taken for a house: of a home that
/// may be one of many behind a door, an address alone would not be enough.
record PublicRecord(
    String id, String street, String city, String state, String code, String phone) {

  private static final Instant SEEN = Instant.parse("2026-11-01T00:00:00Z");
  private static final GeoPoint NOWHERE = new GeoPoint(0, 0);
  private static final int ZIP_DIGITS = 5;
  private static final int PHONE_DIGITS = 10;

  /// Empty if our rules find no house number in it: then it is nobody's twin.
  Optional<Advertisement> advertisement() {
    return Street.parse(street.replaceFirst("^(\\d+) *[/,] *", "$1 "))
        .filter(read -> !read.isPostBox())
        .map(
            read ->
                new Advertisement(
                    listing(),
                    new PageId(Ids.derived("page", id)),
                    "public",
                    new Address(read.text(), read.unit(), upper(city), upper(state), zip()),
                    new Location(NOWHERE, Accuracy.CITY),
                    new Contact(null, phones(), List.of(), List.of()),
                    SEEN));
  }

  Optional<Traits> traits() {
    return advertisement()
        .map(one -> Traits.of(one.listing(), one.address(), one.location(), one.contact()));
  }

  ListingId listingId() {
    return Listing.idOf(Source.FSBO, id);
  }

  private Listing listing() {
    return new Listing(
        listingId(),
        Source.FSBO,
        id,
        "https://public.example/" + id.hashCode(),
        "",
        null,
        null,
        new Property(PropertyType.HOUSE, null, null, null, null, null),
        null,
        List.of(),
        null,
        SEEN);
  }

  /// Of four digits in Australia.
  private String zip() {
    String digits = code.replaceAll("\\D", "");
    return "0".repeat(Math.max(0, ZIP_DIGITS - digits.length())) + digits;
  }

  private List<Phone> phones() {
    String digits = phone.replaceAll("\\D", "");
    return digits.length() == PHONE_DIGITS ? List.of(new Phone("+1" + digits)) : List.of();
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT).strip();
  }
}
