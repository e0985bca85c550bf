package com.aiqleads.local.sandbox;

import java.util.Locale;

/// What owners write on Facebook, and how the site spells a home.
final class FacebookWords {

  private static final int PHONE_EVERY = 4;
  private static final int TWO_LINES_EVERY = 5;

  private FacebookWords() {}

  static String path(long id) {
    return FacebookSite.PREFIX + "/marketplace/item/" + id + "/";
  }

  /// Some of two lines.
  static String title(Home home) {
    String end = home.number() % TWO_LINES_EVERY == 0 ? "\nno agents please" : "";
    return "%s in %s, by owner%s".formatted(type(home), home.place().area().city(), end);
  }

  static String rooms(Home home) {
    return "%d beds · %s baths".formatted(home.rooms().bedrooms(), bare(home.rooms().bathrooms()));
  }

  static String custom(Home home) {
    return "%d Beds %s Baths %s"
        .formatted(home.rooms().bedrooms(), bare(home.rooms().bathrooms()), type(home));
  }

  static String area(Home home) {
    return String.format(Locale.US, "%,d square feet", home.rooms().squareFeet());
  }

  static String type(Home home) {
    return switch (home.rooms().kind()) {
      case HOUSE -> "House";
      case CONDO -> "Apartment/condo";
      case TOWNHOUSE -> "Townhouse";
      case MULTI_FAMILY -> "Multi-family";
    };
  }

  static String place(Home home) {
    return home.place().area().city() + ", " + home.place().area().state();
  }

  static String description(Home home) {
    String text =
        "From us to you. "
            + Words.MIDDLES.get(home.number() / 5 % Words.MIDDLES.size())
            + "\n"
            + Words.OPENINGS.get(home.number() / 4 % Words.OPENINGS.size())
            + "\n"
            + home.seller().prose();
    boolean phone = home.number() % PHONE_EVERY == 0 && home.flaw() != Flaw.NO_CONTACT;
    return phone ? text + "\nText " + home.owner().phoneAs(home.number() / PHONE_EVERY) : text;
  }

  static String price(Home home, boolean reduced) {
    return home.flaw() == Flaw.NO_PRICE
        ? "Free"
        : String.format(Locale.US, "$%,d", Prices.of(home, reduced));
  }

  /// The site has a number for what costs nothing, too.
  static String amount(Home home, boolean reduced) {
    return (home.flaw() == Flaw.NO_PRICE ? 0 : Prices.of(home, reduced)) + ".00";
  }

  /// Signed, for some days; what stays is the file.
  static String photo(Home home, int at) {
    return "%s/media/%d_%d_n.svg?_nc_cat=1&oh=00_Af%x&oe=6a000000"
        .formatted(FsboSite.PREFIX, home.picturedIds().facebook(), at, home.number() * 31 + at);
  }

  static String bare(double number) {
    return String.valueOf(number).replace(".0", "");
  }
}
