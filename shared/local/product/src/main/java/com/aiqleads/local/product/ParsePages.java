package com.aiqleads.local.product;

import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.local.product.DriftPages.Place;
import com.aiqleads.local.sandbox.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Pages of every sandbox site that a parser reads: those of one advertisement, and those of a
/// search.
record ParsePages(ApiClient site) {

  /// One page as the site sent it.
  ///
  /// @param kind the site, and whether it shows one advertisement or a search
  record Shown(String kind, String source, String url, PageBytes body) {

    String text() {
      return body.asUtf8();
    }
  }

  private static final int HOMES = 2_000;
  private static final int MOST_DETAILS = 200;
  private static final int SEARCHES = 20;
  private static final int JOBS_A_PAGE = 10;
  private static final int BAND = 100_000;
  private static final List<String> METROS =
      List.of("miami", "austin", "phoenix", "atlanta", "denver");
  private static final List<String> STATES = List.of("fl", "tx", "az", "ga", "co");
  private static final List<String> JOB_PLACES =
      List.of("Miami, Florida, United States", "Austin, Texas, United States");

  /// Of each kind the pages, the same every time.
  static Map<String, List<Shown>> all() {
    try (Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, HOMES)) {
      ApiClient site = new ApiClient(sandbox.baseUri());
      site.post("/control/faults?fault=schedule&on=false", new byte[0]);
      return new ParsePages(site).of(sandbox.baseUri().toString());
    }
  }

  private Map<String, List<Shown>> of(String base) {
    Map<String, List<Shown>> kinds = new LinkedHashMap<>();
    DriftPages details = new DriftPages(site);
    for (String source : DriftPages.SOURCES) {
      boolean isSearch = source.equals("forsalebyowner");
      kinds.put(
          source + (isSearch ? "-search" : "-detail"),
          shown(source, isSearch ? "-search" : "-detail", base, details.of(source, HOMES)));
    }
    searches()
        .forEach(
            (source, places) ->
                kinds.put(source + "-search", shown(source, "-search", base, places)));
    return kinds;
  }

  private List<Shown> shown(String source, String kind, String base, List<Place> places) {
    DriftPages pages = new DriftPages(site);
    return places.stream()
        .limit(MOST_DETAILS)
        .map(
            place ->
                new Shown(
                    source + kind, source, base + place.address(), PageBytes.of(pages.text(place))))
        .filter(page -> page.body().toArray().length > 0)
        .toList();
  }

  private static Map<String, List<Place>> searches() {
    Map<String, List<Place>> all = new LinkedHashMap<>();
    all.put(
        "craigslist",
        places(METROS.size(), at -> "/craigslist/search/area/" + METROS.get(at) + "?cat=rea"));
    all.put(
        "zillow",
        places(METROS.size(), at -> "/zillow/" + METROS.get(at) + "-" + STATES.get(at) + "/fsbo/"));
    all.put(
        "facebook",
        places(
            SEARCHES,
            at ->
                "/facebook/marketplace/miami/propertyforsale/?minPrice=%d&maxPrice=%d"
                    .formatted(at * BAND, (at + 1) * BAND - 1)));
    all.put("linkedin", places(SEARCHES, ParsePages::jobs));
    return all;
  }

  private static List<Place> places(int count, Function<Integer, String> address) {
    return IntStream.range(0, count)
        .mapToObj(at -> new Place(address.apply(at), PageState.Kind.RESULTS, ""))
        .toList();
  }

  private static String jobs(int at) {
    String place = JOB_PLACES.get(at % JOB_PLACES.size());
    return "/linkedin/jobs-guest/jobs/api/seeMoreJobPostings/search?keywords=accountant&location="
        + URLEncoder.encode(place, StandardCharsets.UTF_8)
        + "&start="
        + at / JOB_PLACES.size() * JOBS_A_PAGE;
  }

  /// How large they are: the least, the median and the largest.
  static String sizes(List<Shown> pages) {
    int[] sizes = pages.stream().mapToInt(page -> page.body().toArray().length).sorted().toArray();
    return "%d pages, %d to %d bytes, half of them up to %d"
        .formatted(sizes.length, sizes[0], sizes[sizes.length - 1], sizes[sizes.length / 2]);
  }
}
