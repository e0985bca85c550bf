package com.aiqleads.acquisition.scrapezillow;

import com.aiqleads.acquisition.fetching.PageRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One page of a search for homes that owners sell; all of it stands in the request's address.
///
/// @param box the part of the map; null for all of the market
/// @param page from one
record MapSearch(@Nullable MapBox box, int page) {

  static final MapSearch FIRST = new MapSearch(null, 1);

  private static final String QUERY = "searchQueryState=";
  private static final Pattern PAGE = Pattern.compile("\"currentPage\":(\\d{1,4})\\D");
  private static final Pattern BOX =
      Pattern.compile(
          "\"mapBounds\":\\{\"north\":(-?[\\d.]{1,12}),\"south\":(-?[\\d.]{1,12}),"
              + "\"east\":(-?[\\d.]{1,12}),\"west\":(-?[\\d.]{1,12})}");

  /// In the site's own words; agents' homes, and those of builders and courts, are left out.
  private static final String FILTER =
      "\"filterState\":{\"isForSaleByOwner\":{\"value\":true},\"isForSaleByAgent\":{\"value\":false},"
          + "\"isNewConstruction\":{\"value\":false},\"isComingSoon\":{\"value\":false},"
          + "\"isAuction\":{\"value\":false},\"isForSaleForeclosure\":{\"value\":false}}";

  static MapSearch in(URI request) {
    String query = Objects.requireNonNullElse(request.getRawQuery(), "");
    String state = URLDecoder.decode(query, StandardCharsets.UTF_8);
    Matcher page = PAGE.matcher(state);
    return new MapSearch(
        box(state).orElse(null), page.find() ? Integer.parseInt(page.group(1)) : 1);
  }

  private static Optional<MapBox> box(String state) {
    Matcher box = BOX.matcher(state);
    return box.find()
        ? Optional.of(
            new MapBox(
                new BigDecimal(box.group(1)),
                new BigDecimal(box.group(2)),
                new BigDecimal(box.group(3)),
                new BigDecimal(box.group(4))))
        : Optional.empty();
  }

  PageRequest request(URI site, String place) {
    String path = page == 1 ? place + "/" : place + "/" + page + "_p/";
    String state = "{" + pagination() + bounds() + FILTER + "}";
    return PageRequest.get(
        site.resolve(path + "?" + QUERY + URLEncoder.encode(state, StandardCharsets.UTF_8)));
  }

  private String pagination() {
    return page == 1 ? "" : "\"pagination\":{\"currentPage\":%d},".formatted(page);
  }

  private String bounds() {
    return box == null
        ? ""
        : "\"mapBounds\":{\"north\":%s,\"south\":%s,\"east\":%s,\"west\":%s},"
            .formatted(
                box.north().toPlainString(),
                box.south().toPlainString(),
                box.east().toPlainString(),
                box.west().toPlainString());
  }

  MapSearch within(MapBox other) {
    return new MapSearch(other, 1);
  }

  MapSearch nextPage() {
    return new MapSearch(box, page + 1);
  }
}
