package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What linked data says of one home. Pages have it of several, each with its address on the site.
record ZillowLinkedData(Json value) {

  static final ZillowLinkedData NONE = new ZillowLinkedData(new Json(null));

  /// Of each home that the page's linked data names, by its id; what names none is nobody's.
  static Map<String, ZillowLinkedData> in(Scripts scripts) {
    Map<String, ZillowLinkedData> byId = new HashMap<>();
    scripts.scripts().stream()
        .filter(Scripts.Script::isLinkedData)
        .flatMap(script -> Json.parse(script.text()).stream())
        .flatMap(ZillowLinkedData::items)
        .filter(item -> item.get("address").value() != null || item.get("offers").value() != null)
        .forEach(
            item -> {
              String id = ZillowLink.zpid(item.get("url").text());
              if (id != null) {
                byId.putIfAbsent(id, new ZillowLinkedData(item));
              }
            });
    return byId;
  }

  private static Stream<Json> items(Json data) {
    if (data.isArray()) {
      return data.elements();
    }
    Json graph = data.get("@graph");
    return graph.isArray() ? graph.elements() : Stream.of(data);
  }

  @Nullable Money price() {
    return CraigslistText.price(value.get("offers"));
  }

  @Nullable Integer bedrooms() {
    return Figures.bedrooms(value.get("numberOfBedrooms").text());
  }

  @Nullable BigDecimal bathrooms() {
    return ZillowText.number(value.get("numberOfBathroomsTotal").text());
  }

  @Nullable Integer area() {
    Json size = value.get("floorSize");
    return ZillowText.area(size.get("value").text(), size.get("unitText").text());
  }

  @Nullable GeoPoint point() {
    Json geo = value.get("geo");
    return CraigslistText.point(geo.get("latitude").text(), geo.get("longitude").text());
  }

  @Nullable String type() {
    return Objects.equals(value.get("@type").text(), "Product") ? null : value.get("@type").text();
  }

  RawAddress address() {
    Json address = value.get("address");
    return new RawAddress(
        ZillowText.street(address.get("streetAddress").text()),
        address.get("addressLocality").text(),
        address.get("addressRegion").text(),
        address.get("postalCode").text());
  }
}
