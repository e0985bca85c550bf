package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// What linked data says of one posting. A home has its place and address itself, anything else has
/// them where it is offered.
record CraigslistData(Json value) {

  static final CraigslistData NONE = new CraigslistData(new Json(null));

  @Nullable String name() {
    String name = value.get("name").text();
    return name == null
        ? null
        : Parser.unescapeEntities(Figures.shortened(name, Bounds.MAX_HEADING_LENGTH), false);
  }

  @Nullable String type() {
    return value.get("@type").text();
  }

  @Nullable Money price() {
    return CraigslistText.price(value.get("offers"));
  }

  /// Whether it is offered in another currency, which the page itself shows as a plain dollar.
  boolean isForeign() {
    return Figures.isForeignCurrency(value.get("offers").get("priceCurrency").text());
  }

  /// A text in linked data.
  @Nullable Integer bedrooms() {
    return Figures.bedrooms(value.get("numberOfBedrooms").text());
  }

  /// A number there.
  @Nullable BigDecimal bathrooms() {
    return CraigslistText.bare(Figures.bathrooms(value.get("numberOfBathroomsTotal").text()));
  }

  @Nullable GeoPoint point() {
    Json geo = offered("geo");
    Json place = value.get("latitude").text() == null ? geo : value;
    return CraigslistText.point(place.get("latitude").text(), place.get("longitude").text());
  }

  RawAddress address() {
    Json own = value.get("address");
    Json address = own.value() == null ? offered("address") : own;
    return new RawAddress(
        address.get("streetAddress").text(),
        address.get("addressLocality").text(),
        address.get("addressRegion").text(),
        address.get("postalCode").text());
  }

  List<String> images() {
    Json image = value.get("image");
    Stream<Json> all = image.isArray() ? image.elements() : Stream.of(image);
    return all.flatMap(each -> Stream.ofNullable(each.text())).toList();
  }

  /// Whether it names its posting, and that is another one.
  boolean isOfAnother(CraigslistIds ids) {
    return Stream.of("url", "@id", "mainEntityOfPage")
        .flatMap(name -> Stream.ofNullable(value.get(name).text()))
        .anyMatch(link -> CraigslistLink.in(link).isOtherThan(ids.number(), ids.token()));
  }

  private Json offered(String name) {
    return value.get("offers").get("availableAtOrFrom").get(name);
  }
}
