package com.aiqleads.local.sandbox;

import java.util.List;

/// What owners write on craigslist: of the same home in other words than elsewhere, and their phone
/// number only in the text, if at all.
final class CraigslistWords {

  private static final int PHONE_EVERY = 3;
  private static final List<String> TITLES =
      List.of(
          "MUST SEE! %d bed %s in %s",
          "%dBR %s for sale by owner, %s",
          "Great %d/2 %s close to everything - %s",
          "Motivated seller: %d bedroom %s near %s");

  private CraigslistWords() {}

  /// Of few parts, so that several postings of an area have the same.
  static String title(Home home) {
    return TITLES
        .get(home.number() / 7 % TITLES.size())
        .formatted(
            home.rooms().bedrooms(),
            home.rooms().kind().craigslistWords,
            home.place().area().city());
  }

  static String description(Home home) {
    String text =
        "Selling our %s ourselves, no middleman.<br>%s %s<br>%s<br>Serious buyers only please."
            .formatted(
                home.rooms().kind().craigslistWords,
                Html.escaped(Words.MIDDLES.get(home.number() % Words.MIDDLES.size())),
                Html.escaped(Words.OPENINGS.get(home.number() / 3 % Words.OPENINGS.size())),
                Html.escaped(home.seller().prose()));
    boolean phone = home.number() % PHONE_EVERY == 0 && home.flaw() != Flaw.NO_CONTACT;
    return phone
        ? text + "<br>Call or text " + home.owner().phoneAs(home.number() / PHONE_EVERY)
        : text;
  }
}
