package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One fsbo.com page about one property, without the other advertisements it also shows.
record FsboDetail(Document document, FsboFacts facts) {

  private static final String OWN =
      "h1, .address-copy, #sellerModal, #imageGallery, #listing-images, .property-description";
  private static final String FORMER = "s, del, strike, .old-price";
  private static final int MAX_PRICES = 100;
  private static final Pattern UNDER_CONTRACT =
      Obstacles.phrase("pending|under contract|contingent");
  private static final Pattern ENDED = Obstacles.phrase("sold|expired|inactive|withdrawn|removed");
  private static final Pattern SITE_NAME = Pattern.compile("^FSBO:\\s*|\\s*[|-]\\s*FSBO.*$");

  /// Drops every block around a link or a table of another advertisement than the page's own.
  static FsboDetail of(Document document, List<FsboFacts> tables, FsboFacts own) {
    Stream<Element> links =
        document.select(Html.css("a[href*=/listings/show/]")).stream()
            .filter(link -> isForeign(FsboParser.idIn(link.attr("href")), own));
    Stream<Element> foreignTables =
        tables.stream().filter(table -> !table.equals(own)).map(FsboFacts::table);
    List<Element> foreign = Stream.concat(links, foreignTables).toList();
    Kept kept = kept(document, new HashSet<>(foreign), own.table());
    foreign.forEach(kept::dropAround);
    return new FsboDetail(document, own);
  }

  private static boolean isForeign(@Nullable String linked, FsboFacts own) {
    return linked != null && !linked.equals(own.listingId());
  }

  private static Kept kept(Document document, Set<Element> foreign, Element ownTable) {
    Kept kept = new Kept(document);
    kept.add(ownTable);
    document.select(Html.css(OWN)).stream()
        .filter(own -> own.parents().stream().noneMatch(foreign::contains))
        .forEach(kept::add);
    return kept;
  }

  boolean isEnded() {
    String status = facts.text("Status");
    return status != null && ENDED.matcher(status).find();
  }

  boolean isUnderContract() {
    String status = facts.text("Status");
    return status != null && UNDER_CONTRACT.matcher(status).find();
  }

  String title() {
    String heading = text("h1");
    String title = heading == null ? text("title") : heading;
    String named =
        title == null
            ? ""
            : SITE_NAME
                .matcher(Figures.shortened(title, Bounds.MAX_HEADING_LENGTH))
                .replaceAll("")
                .strip();
    return named.isEmpty() ? "Home for sale by owner" : named;
  }

  @Nullable String description() {
    return text("div.property-description");
  }

  @Nullable Money price() {
    return document.select(Html.css(".price")).stream()
        .limit(MAX_PRICES)
        .filter(price -> price.closest(Html.css(FORMER)) == null)
        .map(FsboDetail::withoutFormer)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Figures::usd)
        .orElse(null);
  }

  /// What is struck out beside a price is what it was.
  private static String withoutFormer(Element price) {
    Element bare = price.clone();
    bare.select(Html.css(FORMER)).remove();
    return bare.text().strip();
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
    return Stream.concat(
            links("#imageGallery li[data-src]", "data-src"),
            links("#listing-images img[src]", "src"))
        .filter(url -> url.startsWith("http"))
        .flatMap(url -> WebAddress.of(document.location(), url.replace(" ", "%20")).stream())
        .map(URI::toASCIIString)
        .distinct()
        .toList();
  }

  private Stream<String> links(String selector, String attribute) {
    return document.select(Html.css(selector)).stream()
        .limit(Bounds.MAX_PHOTO_LINKS)
        .filter(item -> item.attr(attribute).length() <= WebAddress.MAX_LENGTH)
        .map(item -> item.absUrl(attribute));
  }

  @Nullable Element first(String selector) {
    return document.selectFirst(Html.css(selector));
  }

  private @Nullable String text(String selector) {
    Element element = document.selectFirst(Html.css(selector));
    String text = element == null ? "" : element.text().strip();
    return text.isEmpty() ? null : text;
  }
}
