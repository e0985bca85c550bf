package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A listing page in today's layout.
final class FsboPage {

  private static final int SQUARE_FEET_PER_ACRE = 43_560;
  private static final int PROMOTED_FIRST_EVERY = 11;

  private FsboPage() {}

  static String of(Home home, Home other, boolean reduced) {
    boolean promotedFirst = home.number() % PROMOTED_FIRST_EVERY == 0;
    String main =
        """
        <ul class="breadcrumbs"><li><a href="/fsbo/">Home</a></li><li>%s</li><li>%s</li></ul>
        <div class="listing-view">
        <h1 class="page-title">%s</h1>
        <div class="price">%s</div>
        %s
        <table class="listing-data"><tbody>
        %s
        </tbody></table>
        <div class="property-description"><p>%s</p></div>
        <div class="more-amenities"><ul>%s</ul></div>
        <ul id="imageGallery">%s</ul>
        </div>
        %s
        """
            .formatted(
                home.place().metro().state,
                Html.escaped(home.place().area().city()),
                Html.escaped(title(home)),
                price(home, reduced),
                address(home),
                rows(home),
                Html.escaped(home.fullDescription()),
                amenities(home),
                pictures(home),
                SellerBox.of(home, "Email:"));
    String promoted = promoted(other);
    return Html.page(
        title(home),
        "<link rel=\"canonical\" href=\"" + detailPath(home) + "\">",
        promotedFirst ? promoted + main : main + promoted);
  }

  static String detailPath(Home home) {
    return FsboSite.PREFIX + "/listings/listings/show/id/" + home.ids().fsbo() + "/";
  }

  static String title(Home home) {
    return "%d bedroom %s for sale by owner in %s"
        .formatted(
            home.rooms().bedrooms(), home.rooms().kind().fsboWords, home.place().area().city());
  }

  static String price(Home home, boolean reduced) {
    return String.format(Locale.US, "$%,d", Prices.of(home, reduced));
  }

  static String rows(Home home) {
    return row("Listing ID:", String.valueOf(home.ids().fsbo()))
        + row("Bedrooms:", String.valueOf(home.rooms().bedrooms()))
        + row("Bathrooms:", String.valueOf(home.rooms().bathrooms()).replace(".0", ""))
        + row("Type:", "Residential")
        + row("Subtype:", home.rooms().kind().fsboWords)
        + (home.rooms().lotSquareFeet() == 0 ? "" : row("Lot Size:", lot(home)))
        + row("Sq. Feet:", String.format(Locale.US, "%,d", home.rooms().squareFeet()))
        + row("Year Built:", String.valueOf(home.rooms().yearBuilt()))
        + (home.flaw() == Flaw.LISTED_BY_BROKER ? row("MLS #:", "A1" + home.ids().byOwner()) : "")
        + row("School District:", home.place().metro().county);
  }

  private static String row(String label, String value) {
    return "<tr><th>" + label + "</th><td>" + Html.escaped(value) + "</td></tr>\n";
  }

  private static String lot(Home home) {
    return home.number() % 2 == 0
        ? String.format(
            Locale.US, "%.2f Acres", (double) home.rooms().lotSquareFeet() / SQUARE_FEET_PER_ACRE)
        : String.format(Locale.US, "%,d sq ft", home.rooms().lotSquareFeet());
  }

  private static String address(Home home) {
    String town =
        home.place().area().city()
            + ", "
            + home.place().area().state()
            + " "
            + home.place().area().zip();
    String street = home.flaw() == Flaw.NO_ADDRESS ? "" : Html.escaped(home.fsboStreet());
    return """
    <span class="address">%s%s</span>
    <div class="address-copy"><span class="address-mobile">%s%s</span></div>
    """
        .formatted(street, town, street.isEmpty() ? "" : street + "<br>", town)
        .strip();
  }

  private static String amenities(Home home) {
    return IntStream.range(0, 3)
        .mapToObj(at -> Words.AMENITIES.get((home.number() + at * 5) % Words.AMENITIES.size()))
        .map(word -> "<li>" + word + "</li>")
        .collect(Collectors.joining());
  }

  private static String pictures(Home home) {
    return IntStream.rangeClosed(1, 1 + home.number() % 5)
        .mapToObj(picture -> "/fsbo/media/" + home.picturedIds().fsbo() + "-" + picture + ".svg")
        .map(path -> "<li data-src=\"" + path + "\"></li>")
        .collect(Collectors.joining());
  }

  /// Somebody else's home, in the same classes: who takes the first hit takes the wrong one.
  static String promoted(Home other) {
    return """
    <aside class="promoted"><h2>You may also like</h2>
    <a href="%s">%s</a><div class="price">%s</div><span class="address">%s</span>
    <table class="listing-data"><tbody>%s</tbody></table>
    </aside>
    """
        .formatted(
            detailPath(other),
            Html.escaped(title(other)),
            price(other, false),
            Html.escaped(
                other.fsboStreet()
                    + other.place().area().city()
                    + ", "
                    + other.place().area().state()),
            String.join(
                "",
                List.of(
                    row("Listing ID:", String.valueOf(other.ids().fsbo())),
                    row("Bedrooms:", String.valueOf(other.rooms().bedrooms())))));
  }
}
