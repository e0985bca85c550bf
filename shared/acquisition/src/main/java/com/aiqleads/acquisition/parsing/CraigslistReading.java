package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads one posting, each field wherever the page shows it. No contact stands in clear: who would
/// see it has to ask the site, which its robots file forbids us.
final class CraigslistReading {

  private static final String HOUSING = ".postingtitletext .housing";
  private static final String ROOMS = ".attrgroup .important";
  private static final String MAP = "#map, #leaflet";
  private static final double SAME_PLACE_KM = 0.2;
  private static final Pattern OLD_DATE = Pattern.compile("Date:\\s?(\\d{4}-\\d{2}-\\d{2})");
  private static final String NOT_BODY =
      ".print-information, .print-qrcode-container, .print-qrcode-label, .show-contact,"
          + " ul.blurbs, .cltags, table, script, style";
  private static final String QR_CODE = "QR Code Link to This Post";
  private static final int MAX_OLD_TEXT = 5_000;

  private final CraigslistPosting posting;
  private final CraigslistFacts facts;
  private final Readings readings = new Readings();

  CraigslistReading(CraigslistPosting posting) {
    this.posting = posting;
    this.facts = CraigslistFacts.of(posting.document());
  }

  ParsedListing of(Page page) {
    String id = String.valueOf(posting.ids().id());
    Listing listing =
        new Listing(
            Listing.idOf(Source.CRAIGSLIST, id),
            Source.CRAIGSLIST,
            id,
            page.url(),
            posting.title(),
            description(),
            price(),
            property(page),
            listedOn(),
            CraigslistPhotos.of(posting),
            null,
            page.fetchedAt());
    RawAddress address = CraigslistAddress.of(posting, readings);
    return new ParsedListing(listing, address, location(), contact(), particulars());
  }

  /// None where the home is sold for another country's dollars, whose sign is the same.
  private @Nullable Money price() {
    if (posting.data().isForeign() || CraigslistAddress.isAbroad(posting)) {
      return null;
    }
    return readings.of(
        "price",
        List.of(
            new Said<>(
                ".postingtitletext .price",
                CraigslistText.price(
                    posting.line(".postingtitletext .price, .postingtitle .price"))),
            new Said<>("ld offers.price", posting.data().price()),
            new Said<>("h2", CraigslistText.price(heading()))));
  }

  private @Nullable String heading() {
    return CraigslistHeading.of(posting.document()).figures();
  }

  private Property property(Page page) {
    CraigslistData data = posting.data();
    String housing = posting.line(HOUSING);
    String shown = housing == null ? heading() : housing;
    Integer bedrooms =
        readings.of(
            "bedrooms",
            List.of(
                new Said<>(ROOMS, facts.room(CraigslistText::bedrooms)),
                new Said<>(HOUSING, CraigslistText.bedrooms(shown)),
                new Said<>("ld numberOfBedrooms", data.bedrooms())));
    BigDecimal bathrooms =
        readings.of(
            "bathrooms",
            List.of(
                new Said<>(ROOMS, facts.room(CraigslistText::bathrooms)),
                new Said<>("ld numberOfBathroomsTotal", data.bathrooms())));
    Integer area =
        readings.of(
            "living area",
            List.of(
                new Said<>(ROOMS, facts.room(CraigslistText::area)),
                new Said<>(HOUSING, CraigslistText.area(shown))));
    return new Property(
        PropertyType.in(facts.kind(), data.type()),
        bedrooms,
        bathrooms,
        area,
        Figures.lotSize(facts.text("lot size", "lot_size")),
        Figures.yearBuilt(facts.text("year built", "year_built"), page.fetchedAt()));
  }

  private @Nullable GeoPoint location() {
    Element map = posting.first(MAP);
    String position = posting.meta("geo.position");
    String[] parts = position == null ? new String[0] : position.split(";", -1);
    return readings.of(
        "location",
        (one, other) -> one.distanceKm(other) <= SAME_PLACE_KM,
        List.of(
            new Said<>(
                "#map",
                map == null
                    ? null
                    : CraigslistText.point(map.attr("data-latitude"), map.attr("data-longitude"))),
            new Said<>(
                "meta geo.position",
                parts.length == 2 ? CraigslistText.point(parts[0], parts[1]) : null),
            new Said<>("ld latitude, longitude", posting.data().point())));
  }

  /// What the site keeps behind its reply button is not asked for. An address of mail that stands
  /// in clear is the site's relay.
  private RawContact contact() {
    List<String> emails =
        posting.document().select(Html.css("a[href^=mailto:]")).stream()
            .limit(Bounds.MAX_CONTACT_ELEMENTS)
            .map(link -> link.attr("href"))
            .filter(href -> href.length() <= WebAddress.MAX_LENGTH)
            .map(href -> href.substring("mailto:".length()))
            .map(mail -> mail.contains("?") ? mail.substring(0, mail.indexOf('?')) : mail)
            .filter(mail -> mail.contains("@"))
            .distinct()
            .toList();
    return new RawContact(null, List.of(), emails);
  }

  private @Nullable String description() {
    Element body = posting.first("#postingbody");
    Element shown = body == null ? posting.first("#userbody") : body;
    if (shown == null) {
      return null;
    }
    Element copy = shown.clone();
    copy.select(Html.css(NOT_BODY)).remove();
    String text = copy.text().strip();
    String bare = text.startsWith(QR_CODE) ? text.substring(QR_CODE.length()).strip() : text;
    return bare.isEmpty() ? null : bare;
  }

  private Particulars particulars() {
    Element seller = posting.first(".otherpostings a[href*=userpostingid]");
    return new Particulars(
        posting.ids().number() == null ? null : posting.ids().token(),
        CraigslistText.instant(time("posted")),
        CraigslistText.instant(time("updated")),
        expiresAt(),
        seller == null
            ? null
            : WebAddress.of(seller.baseUri(), seller.attr("href").strip())
                .map(URI::toASCIIString)
                .orElse(null),
        facts.isByBroker(),
        posting.first(".show-contact, .reply-button, [data-href*=/reply]") != null,
        facts.attributes(),
        readings.conflicts());
  }

  private @Nullable LocalDate listedOn() {
    LocalDate posted = CraigslistText.date(time("posted"));
    return posted == null ? listedOnOfOld() : posted;
  }

  private @Nullable LocalDate listedOnOfOld() {
    String text = Figures.shortened(posting.document().body().text(), MAX_OLD_TEXT);
    Matcher date = OLD_DATE.matcher(text);
    return date.find() ? CraigslistText.date(date.group(1)) : null;
  }

  /// By its label: the times of a posting stand in no fixed order.
  private @Nullable String time(String label) {
    return posting.document().select(Html.css(CraigslistIds.INFO)).stream()
        .limit(Bounds.MAX_FACTS)
        .filter(info -> isLabelled(info, label))
        .flatMap(info -> Stream.ofNullable(info.selectFirst(Html.css("time[datetime]"))))
        .map(time -> time.attr("datetime"))
        .findFirst()
        .orElse(null);
  }

  private static boolean isLabelled(Element info, String label) {
    String text = CraigslistText.line(info);
    return text != null && text.toLowerCase(Locale.ROOT).startsWith(label);
  }

  private @Nullable Instant expiresAt() {
    return posting.document().select(Html.css("meta[name=robots]")).stream()
        .limit(Bounds.MAX_FACTS)
        .map(meta -> Bounds.line(meta.attr("content")))
        .flatMap(Stream::ofNullable)
        .flatMap(text -> Stream.ofNullable(UnavailableAfter.in(text)))
        .findFirst()
        .orElse(null);
  }
}
