package com.aiqleads.local.sandbox;

/// A posting in the shape of 2023: attributes as bold words, its number the only id.
final class OldCraigslistPage {

  private OldCraigslistPage() {}

  static String of(Home home, CraigslistTokens tokens, boolean reduced) {
    String street = CraigslistPage.hasStreet(home) ? home.craigslistStreet() + ", " : "";
    String town =
        home.place().area().city()
            + ", "
            + home.place().area().state()
            + " "
            + home.place().area().zip();
    return Html.page(
        CraigslistWords.title(home) + " - craigslist",
        "<link rel=\"canonical\" href=\"%s\">".formatted(tokens.path(home)),
        """
        <section class="body">
        <h1 class="postingtitle"><span class="postingtitletext"><span class="price">%s</span>
        <span id="titletextonly">%s</span></span></h1>
        <div id="map" data-latitude="%s" data-longitude="%s"></div>
        <div class="mapaddress">%s</div>
        <p class="attrgroup"><span class="shared-line-bubble"><b>%dBR</b> / <b>%sBa</b></span>
        <span class="shared-line-bubble"><b>%d</b>ft<sup>2</sup></span></p>
        <p class="attrgroup"><span>%s<br></span></p>
        <section id="postingbody">QR Code Link to This Post
        %s</section>
        <p class="postinginfo">post id: %d</p>
        <p class="postinginfo">posted: <time datetime="%s">then</time></p>
        </section>
        """
            .formatted(
                CraigslistPage.price(home, reduced),
                Html.escaped(CraigslistWords.title(home)),
                home.place().latitude(),
                home.place().longitude(),
                Html.escaped(street + town),
                home.rooms().bedrooms(),
                String.valueOf(home.rooms().bathrooms()).replace(".0", ""),
                home.rooms().squareFeet(),
                home.rooms().kind().craigslistWords,
                CraigslistWords.description(home),
                home.ids().craigslist(),
                CraigslistPage.posted(home)));
  }
}
