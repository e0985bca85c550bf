package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A posting in today's shape, with somebody else's home in the same classes beside it.
///
/// @param other the home beside it
record CraigslistPage(CraigslistTokens tokens, Home other, boolean reduced) {

  private static final int ADDRESS_IN_HEADING_OF_TEN = 6;
  private static final int NO_STREET_EVERY = 11;
  private static final int OTHER_ZIP_EVERY = 17;
  private static final int OTHER_FIRST_EVERY = 3;

  String of(Home home) {
    String body =
        """
        <script>cl.init('https://www.craigslist.org/static/www/','','www','posting',{'pID': %d});</script>
        %s
        <section class="body">
        <header class="dateReplyBar"><button class="reply-button" data-href="%s">reply</button>
        <p id="display-date" class="postinginfo">Posted <time datetime="%s">then</time></p></header>
        <h1 class="postingtitle"><span class="postingtitletext">%s
        <span class="housing">/ %dbr - %dft<sup>2</sup> - </span>
        <span id="titletextonly">%s</span><span> (%s)</span></span></h1>
        <section class="userbody">
        <figure><div id="thumbs">%s</div></figure>
        <div class="mapAndAttrs"><div class="mapbox">
        <div id="map" data-latitude="%s" data-longitude="%s" data-accuracy="5"></div>
        %s</div>
        %s</div>
        <section id="postingbody"><div class="print-information print-qrcode-container">
        <p class="print-qrcode-label">QR Code Link to This Post</p></div>
        %s
        </section>
        <div class="postinginfos"><p class="postinginfo">post id: %d</p>
        <p class="postinginfo">posted: <time datetime="%s">then</time></p></div>
        <p class="otherpostings"><a href="%s?userpostingid=%d">more ads by this user</a></p>
        </section></section>
        %s
        """
            .formatted(
                home.ids().craigslist(),
                home.number() % OTHER_FIRST_EVERY == 0 ? beside() : "",
                reply(home),
                posted(home),
                price(home, reduced).isEmpty()
                    ? ""
                    : "<span class=\"price\">" + price(home, reduced) + "</span>",
                home.rooms().bedrooms(),
                home.rooms().squareFeet(),
                Html.escaped(CraigslistWords.title(home)),
                Html.escaped(home.place().area().city()),
                pictures(home),
                home.place().latitude(),
                home.place().longitude(),
                address(home),
                attributes(home),
                CraigslistWords.description(home)
                    + "<a class=\"show-contact\" data-href=\"%s\">show contact info</a>"
                        .formatted(reply(home)),
                home.ids().craigslist(),
                posted(home),
                CraigslistSite.PREFIX + "/search/area/" + home.place().metro().craigslistArea(),
                home.ids().craigslist(),
                home.number() % OTHER_FIRST_EVERY == 0 ? "" : beside());
    return Html.page(CraigslistWords.title(home) + " - craigslist", head(home), body);
  }

  private String head(Home home) {
    return """
    <link rel="canonical" href="%s">
    <meta name="robots" content="noarchive,nofollow,unavailable_after: %s">
    <meta name="geo.position" content="%s;%s"><meta name="geo.region" content="US-%s">
    %s<script type="application/ld+json" id="ld_posting_data">%s</script>
    """
        .formatted(
            tokens.path(home),
            home.listedOn().plusDays(30) + "T12:00:00-0500",
            home.place().latitude(),
            home.place().longitude(),
            home.place().area().state(),
            CraigslistResultPages.STATICS,
            Json.text(data(home)).replace("</", "<\\/"));
  }

  private static Map<String, Object> data(Home home) {
    boolean headed = isHeaded(home);
    String zip = home.place().area().zip();
    boolean otherZip = headed && home.number() % OTHER_ZIP_EVERY == 0;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", home.rooms().kind() == PropertyKind.CONDO ? "Apartment" : "House");
    data.put("name", CraigslistWords.title(home));
    data.put("numberOfBedrooms", String.valueOf(home.rooms().bedrooms()));
    data.put("numberOfBathroomsTotal", home.rooms().bathrooms());
    data.put("latitude", home.place().latitude());
    data.put("longitude", home.place().longitude());
    data.put(
        "address",
        ByOwnerSite.ordered(
            "streetAddress",
            headed || !hasStreet(home) ? "" : home.craigslistStreet(),
            "addressLocality",
            home.place().area().city(),
            "addressRegion",
            home.place().area().state(),
            "postalCode",
            otherZip ? "99" + zip.substring(2) : zip));
    return data;
  }

  static boolean hasStreet(Home home) {
    return home.flaw() != Flaw.NO_ADDRESS && home.number() / 5 % NO_STREET_EVERY != 4;
  }

  private static boolean isHeaded(Home home) {
    return hasStreet(home) && home.number() / 5 % 10 < ADDRESS_IN_HEADING_OF_TEN;
  }

  private static String address(Home home) {
    String town =
        home.place().area().city()
            + ", "
            + home.place().area().state()
            + " "
            + home.place().area().zip();
    return isHeaded(home)
        ? "<h2 class=\"street-address\">"
            + Html.escaped(home.craigslistStreet() + ", " + town)
            + "</h2>"
        : "";
  }

  private static String attributes(Home home) {
    String broker =
        home.flaw() == Flaw.LISTED_BY_BROKER
            ? "<div class=\"attr broker_name\"><span class=\"labl\">listed by:</span>"
                + "<span class=\"valu\">Oakhurst Homes</span></div>"
            : "";
    return """
    <div class="attrgroup"><span class="attr important">%dBR / %sBa</span>
    <span class="attr important">%dft<sup>2</sup></span></div>
    <div class="attrgroup"><div class="attr housing_type"><span class="valu">%s</span></div>
    <div class="attr"><span class="labl">laundry:</span><span class="valu">in unit</span></div>
    %s</div>\
    """
        .formatted(
            home.rooms().bedrooms(),
            String.valueOf(home.rooms().bathrooms()).replace(".0", ""),
            home.rooms().squareFeet(),
            home.rooms().kind().craigslistWords,
            broker);
  }

  private static String pictures(Home home) {
    return IntStream.rangeClosed(1, 1 + home.number() % 4)
        .mapToObj(at -> "00%d0%d_%d_0CI0t2".formatted(at, at, home.picturedIds().craigslist()))
        .map(id -> FsboSite.PREFIX + "/media/" + id)
        .map(
            path ->
                "<a class=\"thumb\" href=\"%1$s_600x450.svg\"><img src=\"%1$s_50x50c.svg\"></a>"
                    .formatted(path))
        .collect(Collectors.joining());
  }

  private String beside() {
    return """
    <aside class="nearby"><h2>You may also like</h2>
    <a href="%s">%s</a>
    <span class="postingtitletext"><span class="price">%s</span></span>
    <div class="mapaddress">%s</div>
    <div class="attrgroup"><span class="attr important">%dBR / 9Ba</span></div>
    <p class="postinginfo">post id: %d</p></aside>
    <script type="application/ld+json">%s</script>\
    """
        .formatted(
            tokens.path(other),
            Html.escaped(CraigslistWords.title(other)),
            price(other, false),
            Html.escaped(other.craigslistStreet()),
            other.rooms().bedrooms(),
            other.ids().craigslist(),
            Json.text(data(other)).replace("</", "<\\/"));
  }

  static String price(Home home, boolean reduced) {
    return home.flaw() == Flaw.NO_PRICE
        ? ""
        : String.format(Locale.US, "$%,d", Prices.of(home, reduced));
  }

  private static String reply(Home home) {
    return CraigslistSite.PREFIX + "/reply/" + home.ids().craigslist();
  }

  static String posted(Home home) {
    return home.listedOn() + "T09:30:00-0500";
  }
}
