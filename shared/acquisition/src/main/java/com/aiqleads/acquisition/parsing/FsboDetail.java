package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One fsbo.com page about one property, without the other advertisements it also shows.
record FsboDetail(Document document, FsboFacts facts) {

  private static final int MAX_PHOTOS = 40;
  private static final int MAX_DESCRIPTION_LENGTH = 4_000;

  /// Drops every block that links to another advertisement than the page's own.
  static FsboDetail of(Document document, @Nullable String ownId) {
    FsboFacts facts = FsboFacts.of(document);
    String own = ownId == null ? facts.text("Listing ID") : ownId;
    for (Element link : document.select("a[href*=/listings/show/]")) {
      String linked = FsboParser.idIn(link.attr("href"));
      if (linked != null && !linked.equals(own)) {
        foreignBlock(link).remove();
      }
    }
    return new FsboDetail(document, facts);
  }

  @Nullable String listingId() {
    return facts.text("Listing ID");
  }

  String title() {
    String heading = text("h1");
    String street = text("span.address");
    return Stream.of(heading, street, facts.text("Type"))
        .filter(candidate -> candidate != null)
        .findFirst()
        .orElse("Home for sale by owner");
  }

  @Nullable String description() {
    String text = text("div.property-description");
    return text == null ? null : Figures.shortened(text, MAX_DESCRIPTION_LENGTH);
  }

  @Nullable Money price() {
    return Figures.usd(text(".price"));
  }

  Property property(Instant fetchedAt) {
    return new Property(
        PropertyType.in(facts.text("Subtype"), facts.text("Type")),
        Figures.bedrooms(facts.text("Bedrooms")),
        Figures.bathrooms(facts.text("Bathrooms")),
        Figures.livingArea(facts.text("Sq. Feet")),
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
        .distinct()
        .limit(MAX_PHOTOS)
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

  /// As far up as nothing of the page's own is inside.
  private static Element foreignBlock(Element link) {
    Element block = link;
    for (Element parent = link.parent(); parent != null; parent = parent.parent()) {
      if (parent.normalName().equals("body") || parent.selectFirst(OWN) != null) {
        return block;
      }
      block = parent;
    }
    return block;
  }

  private static final String OWN =
      "table.listing-data, #sellerModal, .address-copy, #imageGallery, .property-description, h1";
}
