package com.aiqleads.local.sandbox;

/// A posting in the shape of 2023: attributes as bold words, its number the only id.
final class OldCraigslistPage {

  private OldCraigslistPage() {}

  static String of(Home home, CraigslistTokens tokens, boolean reduced) {
    String street = CraigslistPage.hasStreet(home) ? home.craigslistStreet() + ", " : "";
    String town = home.area().city() + ", " + home.area().state() + " " + home.area().zip();
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
                home.latitude(),
                home.longitude(),
                Html.escaped(street + town),
                home.bedrooms(),
                String.valueOf(home.bathrooms()).replace(".0", ""),
                home.squareFeet(),
                home.kind().craigslistWords,
                CraigslistWords.description(home),
                home.craigslistId(),
                CraigslistPage.posted(home)));
  }
}
