package com.aiqleads.local.sandbox;

import java.util.Locale;

/// How Zillow spells a home.
final class ZillowWords {

  private ZillowWords() {}

  static String path(Home home) {
    String slug =
        hidden(home) ? home.place().area().city() + " " + home.place().area().state() : line(home);
    return "%s/homedetails/%s/%d_zpid/"
        .formatted(ZillowSite.PREFIX, slug.replaceAll("[^A-Za-z0-9]+", "-"), home.ids().zillow());
  }

  static boolean hidden(Home home) {
    return home.flaw() == Flaw.NO_ADDRESS;
  }

  static String street(Home home) {
    return hidden(home) ? "(undisclosed Address)" : Spelling.SHORT.of(home);
  }

  static String line(Home home) {
    return "%s, %s, %s %s"
        .formatted(
            street(home),
            home.place().area().city(),
            home.place().area().state(),
            home.place().area().zip());
  }

  static String type(Home home) {
    return switch (home.rooms().kind()) {
      case HOUSE -> "SINGLE_FAMILY";
      case CONDO -> "CONDO";
      case TOWNHOUSE -> "TOWNHOUSE";
      case MULTI_FAMILY -> "MULTI_FAMILY";
    };
  }

  static String description(Home home) {
    return "Owner's words: "
        + Words.OPENINGS.get(home.number() / 2 % Words.OPENINGS.size())
        + " "
        + Words.MIDDLES.get(home.number() / 3 % Words.MIDDLES.size())
        + " "
        + home.seller().prose();
  }

  static String price(Home home, boolean reduced) {
    return home.flaw() == Flaw.NO_PRICE
        ? "--"
        : String.format(Locale.US, "$%,d", Prices.of(home, reduced));
  }

  static boolean byOwner(Home home) {
    return home.onZillow() && home.flaw() != Flaw.LISTED_BY_BROKER;
  }

  /// Whole ones, as most of the site counts; a half one is one.
  static int rooms(Home home) {
    return (int) Math.ceil(home.rooms().bathrooms());
  }

  static String media(Home home, int at) {
    return "00%d0%d_%d_0CI0t2".formatted(at, at, home.picturedIds().zillow());
  }
}
