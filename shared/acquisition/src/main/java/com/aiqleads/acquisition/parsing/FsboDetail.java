package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One fsbo.com page about one property, without the other advertisements it also shows.
record FsboDetail(Document document, FsboFacts facts) {

  private static final String OWN =
      "h1, .address-copy, #sellerModal, #imageGallery, #listing-images, .property-description";
  private static final Pattern ENDED = Obstacles.phrase("sold|expired|inactive|withdrawn|removed");
  private static final Pattern SITE_NAME = Pattern.compile("^FSBO:\\s*|\\s*[|-]\\s*FSBO.*$");

  /// Drops every block around a link or a table of another advertisement than the page's own.
  static FsboDetail of(Document document, List<FsboFacts> tables, FsboFacts own) {
    Stream<Element> links =
        document.select("a[href*=/listings/show/]").stream()
            .filter(link -> isForeign(FsboParser.idIn(link.attr("href")), own));
    Stream<Element> foreignTables =
        tables.stream().filter(table -> !table.equals(own)).map(FsboFacts::table);
    Stream.concat(links, foreignTables)
        .toList()
        .forEach(foreign -> blockAround(foreign, own.table()).remove());
    return new FsboDetail(document, own);
  }

  private static boolean isForeign(@Nullable String linked, FsboFacts own) {
    return linked != null && !linked.equals(own.listingId());
  }

  /// As far up as nothing of the page's own is inside.
  private static Element blockAround(Element foreign, Element ownTable) {
    Element block = foreign;
    for (Element parent = foreign.parent(); parent != null; parent = parent.parent()) {
      boolean own = parent.normalName().equals("body") || parent.selectFirst(OWN) != null;
      if (own || ownTable.parents().contains(parent)) {
        return block;
      }
      block = parent;
    }
    return block;
  }

  boolean isEnded() {
    String status = facts.text("Status");
    return status != null && ENDED.matcher(status).find();
  }

  String title() {
    String heading = text("h1");
    String title = heading == null ? text("title") : heading;
    String named = title == null ? "" : SITE_NAME.matcher(title).replaceAll("").strip();
    return named.isEmpty() ? "Home for sale by owner" : named;
  }

  @Nullable String description() {
    return text("div.property-description");
  }

  @Nullable Money price() {
    return Figures.usd(text(".price"));
  }

  Property property(Instant fetchedAt) {
    return new Property(
        PropertyType.in(facts.text("Subtype"), facts.text("Type")),
        Figures.bedrooms(facts.text("Bedrooms")),
        Figures.bathrooms(facts.text("Bathrooms")),
        Figures.area(facts.text("Sq. Feet")),
        Figures.lotSize(facts.text("Lot Size")),
        Figures.yearBuilt(facts.text("Year Built"), fetchedAt));
  }

  List<String> photoUrls() {
    Stream<String> gallery =
        document.select("#imageGallery li[data-src]").stream().map(item -> item.absUrl("data-src"));
    Stream<String> shown =
        document.select("#listing-images img[src]").stream().map(item -> item.absUrl("src"));
    return Stream.concat(gallery, shown)
        .filter(url -> url.startsWith("http"))
        .flatMap(url -> WebAddress.of(document.location(), url.replace(" ", "%20")).stream())
        .map(URI::toASCIIString)
        .distinct()
        .toList();
  }

  @Nullable Element first(String selector) {
    return document.selectFirst(selector);
  }

  private @Nullable String text(String selector) {
    Element element = document.selectFirst(selector);
    String text = element == null ? "" : element.text().strip();
    return text.isEmpty() ? null : text;
  }
}
