package com.aiqleads.local.product;

import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.local.sandbox.Drift;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The pages of one market of each sandbox site, as its scraper would come to them.
record DriftPages(ApiClient site) {

  static final List<String> SOURCES =
      List.of("craigslist", "zillow", "facebook", "fsbo", "forsalebyowner", "linkedin");

  private static final String CRAIGSLIST = "/craigslist/search/area/miami?cat=rea";
  private static final int FIRST_FSBO = 546_000;
  private static final int METROS = 5;
  private static final int BAND = 25_000;
  private static final int BANDS = 80;
  private static final int MOST_PAGES = 20;
  private static final int ROWS = 25;
  private static final long SEED = 20_261_122;

  /// Where a page is, and how it is asked for.
  ///
  /// @param body empty to get it
  record Place(String address, PageState.Kind kind, String body) {}

  /// In an order of their own, the same each time.
  List<Place> of(String source, int homes) {
    List<Place> places =
        switch (source) {
          case "craigslist" ->
              // Asked for first, some searches come without their rows.
              found(Collections.nCopies(2, CRAIGSLIST), "/craigslist/view/d/[^\"]+");
          case "zillow" ->
              found(
                  numbered(at -> "/zillow/miami-fl/fsbo/" + (at.equals("1") ? "" : at + "_p/")),
                  "/zillow/homedetails/[^\"\\\\]+_zpid/");
          case "facebook" -> found(bands(), "/facebook/marketplace/item/\\d+/?");
          case "linkedin" -> jobs();
          case "fsbo" -> fsbo(homes);
          default -> byOwner();
        };
    List<Place> shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled;
  }

  String text(Place place) {
    HttpResponse<byte[]> answer =
        place.body().isEmpty()
            ? site.get(place.address())
            : site.post(path(place), place.body().getBytes(StandardCharsets.UTF_8));
    return answer.statusCode() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "";
  }

  /// False if the site has nothing that could drift so.
  boolean turn(String source, Drift drift, boolean isOn) {
    String form = "site=%s&drift=%s&on=%s".formatted(source, drift.text(), isOn);
    return site.post("/control/drifts?" + form, new byte[0]).statusCode() == 200;
  }

  private static String path(Place place) {
    return place.address().replaceAll("#.*", "");
  }

  private List<Place> found(List<String> searches, String pattern) {
    Pattern link = Pattern.compile(pattern);
    Set<String> links = new LinkedHashSet<>();
    for (String search : searches) {
      link.matcher(text(new Place(search, PageState.Kind.RESULTS, "")))
          .results()
          .forEach(found -> links.add(found.group()));
    }
    return links.stream().map(each -> new Place(each, PageState.Kind.LISTING, "")).toList();
  }

  private static List<String> numbered(UnaryOperator<String> address) {
    List<String> all = new ArrayList<>();
    for (int at = 1; at <= MOST_PAGES; at++) {
      all.add(address.apply(String.valueOf(at)));
    }
    return all;
  }

  private static List<String> bands() {
    List<String> all = new ArrayList<>();
    for (int at = 0; at < BANDS; at++) {
      all.add(
          "/facebook/marketplace/miami/propertyforsale/?minPrice=%d&maxPrice=%d"
              .formatted(at * BAND, (at + 1) * BAND - 1));
    }
    return all;
  }

  private List<Place> jobs() {
    String place = URLEncoder.encode("Miami, Florida, United States", StandardCharsets.UTF_8);
    Pattern number = Pattern.compile("jobPosting:(\\d{10})");
    Set<String> numbers = new LinkedHashSet<>();
    for (int start = 0; start < MOST_PAGES * METROS * 2; start += METROS * 2) {
      String search =
          "/linkedin/jobs-guest/jobs/api/seeMoreJobPostings/search?keywords=accountant&location="
              + place
              + "&start="
              + start;
      number
          .matcher(text(new Place(search, PageState.Kind.RESULTS, "")))
          .results()
          .forEach(found -> numbers.add(found.group(1)));
    }
    return numbers.stream()
        .map(each -> "/linkedin/jobs-guest/jobs/api/jobPosting/" + each)
        .map(address -> new Place(address, PageState.Kind.LISTING, ""))
        .toList();
  }

  private static List<Place> fsbo(int homes) {
    List<Place> all = new ArrayList<>();
    for (int number = 0; number < homes; number += METROS) {
      String address = "/fsbo/listings/listings/show/id/" + (FIRST_FSBO + number) + "/";
      all.add(new Place(address, PageState.Kind.LISTING, ""));
    }
    return all;
  }

  private List<Place> byOwner() {
    String slug =
        site.json("/forsalebyowner/search/autocomplete?searchString=Miami%2C%20FL")
            .path(0)
            .path("_source")
            .path("slug")
            .asText();
    List<Place> all = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      Map<String, ?> search =
          Map.of("listing_search", Map.of("slug", slug, "page", page, "limit", ROWS));
      String body = new String(ApiClient.bytes(search), StandardCharsets.UTF_8);
      Place place =
          new Place(
              "/forsalebyowner/search/listings#" + slug + "-" + page, PageState.Kind.RESULTS, body);
      if (text(place).contains("\"listPrice\"")) {
        all.add(place);
      }
    }
    return all;
  }
}
