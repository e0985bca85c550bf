package com.aiqleads.marketplace.search;

import java.util.Locale;

/// A property of leads that searchers choose values of.
public enum Facet {
  CITY("city"),
  TYPE("type"),
  BEDS("beds"),
  PRICE_BAND("priceBand"),
  QUALITY_BAND("qualityBand"),
  SOURCE("source");

  /// Of one facet, the most frequent ones.
  public static final int MAX_VALUES = 50;

  /// Homes with more bedrooms count as having this many.
  static final int MOST_BEDS = 5;

  private final String parameter;

  Facet(String parameter) {
    this.parameter = parameter;
  }

  /// Its name in requests and answers.
  public String parameter() {
    return parameter;
  }

  /// A value as people read it.
  public String label(String value) {
    return switch (this) {
      case CITY -> cityLabel(value);
      case BEDS -> value.equals(Integer.toString(MOST_BEDS)) ? value + " or more" : inWords(value);
      case PRICE_BAND -> PriceBand.find(value).map(PriceBand::label).orElse(value);
      case TYPE, QUALITY_BAND -> inWords(value);
      case SOURCE -> value;
    };
  }

  /// Cities are told apart by their state, without the comma that parts values in an address.
  static String cityValue(String city, String state) {
    return city.replace(",", "") + " " + state;
  }

  private static String cityLabel(String value) {
    int state = value.lastIndexOf(' ');
    return state < 0 ? value : value.substring(0, state) + "," + value.substring(state);
  }

  private static String inWords(String value) {
    return value.isEmpty()
        ? value
        : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1).replace('_', ' ');
  }
}
