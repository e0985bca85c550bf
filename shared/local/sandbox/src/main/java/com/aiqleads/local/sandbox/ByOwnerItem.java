package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One listing as the directory's JSON shows it.
final class ByOwnerItem {

  private static final int ONE_IN_PENDING = 40;
  private static final int ONE_IN_NAMELESS = 3;

  private ByOwnerItem() {}

  static Map<String, Object> of(Home home, boolean reduced) {
    if (home.flaw() == Flaw.MALFORMED) {
      return malformed(home);
    }
    boolean pending = home.number() % ONE_IN_PENDING == 0;
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", String.valueOf(home.ids().byOwner()));
    item.put(home.number() % 2 == 0 ? "listingTitle" : "fullName", title(home));
    item.put("listPrice", Prices.of(home, reduced));
    item.put("bedrooms", home.rooms().bedrooms());
    item.put("bathrooms", home.rooms().bathrooms());
    item.put("livingArea", home.rooms().squareFeet());
    item.put("lotSizeSquareFeet", home.rooms().lotSquareFeet());
    item.put("propertyType", home.rooms().kind().byOwnerWords);
    item.put(
        "listingStatus", home.flaw() == Flaw.EXPIRED ? "Expired" : pending ? "Pending" : "Active");
    item.put("address", address(home));
    item.put(
        "center",
        Map.of("coordinates", List.of(home.place().longitude(), home.place().latitude())));
    item.put("listingURL", ByOwnerSite.PREFIX + "/listing/_/" + home.ids().byOwner());
    item.put("listingDescription", home.fullDescription());
    item.put("isUnderContract", pending);
    item.put("isPriceReduced", reduced);
    item.put("listingDate", home.listedOn().toString());
    item.put("yearBuilt", home.rooms().yearBuilt());
    item.put("photos", List.of(FsboSite.PREFIX + "/media/" + home.picturedIds().fsbo() + "-1.svg"));
    if (home.number() % ONE_IN_NAMELESS != 0) {
      item.put("contact", Map.of("ownerName", home.owner().name()));
    }
    if (home.flaw() == Flaw.LISTED_BY_BROKER) {
      item.put("mlsNumber", "A1" + home.ids().byOwner());
    }
    return item;
  }

  private static String title(Home home) {
    return home.rooms().kind().fsboWords.toLowerCase(Locale.ROOT)
        + " in "
        + home.place().area().city()
        + " by owner";
  }

  private static Map<String, Object> address(Home home) {
    Map<String, Object> address = new LinkedHashMap<>();
    if (home.flaw() != Flaw.NO_ADDRESS) {
      address.put("fullStreetAddress", home.byOwnerStreet());
    }
    address.put("city", home.place().area().city());
    address.put("stateOrProvince", home.place().area().state());
    address.put("postalCode", home.place().area().zip());
    address.put("county", home.place().metro().county);
    return address;
  }

  /// Right keys, wrong types, no id.
  private static Map<String, Object> malformed(Home home) {
    return Map.of(
        "listingTitle",
        title(home),
        "listPrice",
        "call me",
        "address",
        "see text",
        "center",
        List.of());
  }
}
