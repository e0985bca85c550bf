package com.aiqleads.local.sandbox;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A listing page in the layout of 2020, which some listings still have: the address is run
/// together, pictures are plain, the mail's label is longer.
final class OldFsboPage {

  private OldFsboPage() {}

  static String of(Home home, Home other, boolean reduced) {
    String town =
        home.place().area().city()
            + ", "
            + home.place().area().state()
            + " "
            + home.place().area().zip();
    String street = home.flaw() == Flaw.NO_ADDRESS ? "" : home.fsboStreet();
    String pictures =
        IntStream.rangeClosed(1, 2)
            .mapToObj(
                at -> "<img src=\"/fsbo/media/" + home.ids().fsbo() + "-" + at + ".svg\" alt=\"\">")
            .collect(Collectors.joining());
    return Html.page(
        "FSBO: " + FsboPage.title(home),
        "",
        """
        <p class="crumbs">Home&gt;%s&gt;%s&gt;%s</p>
        <div class="price">Price: %s</div>
        <span class="address">%s</span>
        <div id="listing-images">%s</div>
        <table class="listing-data">
        %s
        </table>
        <div class="property-description">%s</div>
        %s
        %s
        """
            .formatted(
                home.place().area().state(),
                Html.escaped(home.place().area().city()),
                Html.escaped(street),
                FsboPage.price(home, reduced),
                Html.escaped(street + town),
                pictures,
                FsboPage.rows(home).replace("<th>", "<td>").replace("</th>", "</td>"),
                Html.escaped(home.fullDescription()),
                SellerBox.of(home, "Email Address:"),
                FsboPage.promoted(other)));
  }
}
