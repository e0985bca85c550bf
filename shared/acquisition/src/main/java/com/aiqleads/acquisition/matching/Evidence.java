package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.ListedReason;

/// What speaks for or against two advertisements being of one property: the levels at which a
/// feature agrees, the best first. How much each weighs, says the [MatchModel].
public enum Evidence implements ListedReason {
  SAME_STREET(Feature.STREET, "They have the same street address."),
  SIMILAR_STREET(Feature.STREET, "Their street addresses differ in what is often left out only."),
  MISSPELT_STREET(Feature.STREET, "The names of their streets differ by a slip of the pen."),
  OTHER_ZIP(Feature.STREET, "They have the same street address with different ZIP codes."),
  SLIPPED_NUMBER(Feature.STREET, "Two figures of their house numbers have changed places."),
  OTHER_STREET(Feature.STREET, "They have different street addresses."),
  SAME_UNIT(Feature.UNIT, "They name the same unit."),
  NO_UNITS(Feature.UNIT, "Both are houses, which have no units."),
  NO_UNIT(Feature.UNIT, "Neither of them names a unit."),
  UNIT_UNKNOWN(Feature.UNIT, "Only one of them names a unit."),
  OTHER_UNIT(Feature.UNIT, "They are different units of one building."),
  SAME_PLACE(Feature.PLACE, "They are at the same place on the map."),
  NEAR_PLACE(Feature.PLACE, "They are near each other on the map."),
  OTHER_PLACE(Feature.PLACE, "They are far apart on the map."),
  SAME_PHONE(Feature.PHONE, "They name the same phone number."),
  OTHER_PHONE(Feature.PHONE, "They name different phone numbers."),
  SAME_EMAIL(Feature.EMAIL, "They name the same mail address."),
  OTHER_EMAIL(Feature.EMAIL, "They name different mail addresses."),
  SAME_ROOMS(Feature.ROOMS, "They have as many bedrooms."),
  NEAR_ROOMS(Feature.ROOMS, "They differ by one bedroom."),
  OTHER_ROOMS(Feature.ROOMS, "They differ in bedrooms."),
  SAME_BATHS(Feature.BATHS, "They have as many bathrooms."),
  NEAR_BATHS(Feature.BATHS, "They differ by less than a bathroom."),
  OTHER_BATHS(Feature.BATHS, "They differ in bathrooms."),
  SAME_AREA(Feature.AREA, "They are equally large."),
  CLOSE_AREA(Feature.AREA, "They are about equally large."),
  OTHER_AREA(Feature.AREA, "They differ in size."),
  SAME_YEAR(Feature.YEAR, "They were built in the same year."),
  OTHER_YEAR(Feature.YEAR, "They were built in different years."),
  SAME_PRICE(Feature.PRICE, "They have the same price."),
  CLOSE_PRICE(Feature.PRICE, "Their prices are close."),
  OTHER_PRICE(Feature.PRICE, "Their prices differ."),
  FAR_PRICE(Feature.PRICE, "Their prices are far apart."),
  SAME_TYPE(Feature.TYPE, "They are of the same kind."),
  OTHER_TYPE(Feature.TYPE, "They are of different kinds."),
  SAME_PHOTO(Feature.PHOTOS, "They show the same photo."),
  SAME_MLS_NUMBER(Feature.MLS_NUMBER, "They have the same number with the brokers."),
  OTHER_MLS_NUMBER(Feature.MLS_NUMBER, "They have different numbers with the brokers.");

  private final Feature feature;
  private final String text;

  Evidence(Feature feature, String text) {
    this.feature = feature;
    this.text = text;
  }

  public Feature feature() {
    return feature;
  }

  /// Its bit in a set of levels.
  long bit() {
    return 1L << place();
  }

  /// Within one run only: whatever is kept names it by its code.
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }

  @Override
  public String text() {
    return text;
  }
}
