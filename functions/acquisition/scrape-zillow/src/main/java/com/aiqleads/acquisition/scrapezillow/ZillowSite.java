package com.aiqleads.acquisition.scrapezillow;

import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.ZillowResults;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Zillow: one search for each market, of homes that owners sell. It shows no more than so many
/// pages, so a search that finds more than those hold is asked again in four parts of its map, and
/// those in smaller ones, until each can be read to its end.
record ZillowSite(SourcePolicy policy) implements Site {

  static final String SOURCE = "zillow";

  static final int PAGE_SIZE = 41;
  static final int MAX_PAGES = 20;

  @Override
  public PageRequest start(Market market) {
    return request(MapSearch.FIRST, market);
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    return ZillowResults.of(page.body().asUtf8(), page.url().toString())
        .map(results -> found(results, MapSearch.in(page.request().url()), market))
        .orElseGet(Found::oversized);
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return ZillowResults.obstacle(page.body().asUtf8(), page.url().toString());
  }

  private Found found(ZillowResults results, MapSearch search, Market market) {
    PageRefusal refusal = results.refusal();
    if (refusal == PageRefusal.UNPAINTED) {
      return Found.nothingYet();
    }
    if (refusal != null) {
      return refusal == PageRefusal.EMPTY ? Found.empty() : Found.refused(refusal);
    }
    List<String> homes =
        results.found().stream()
            .filter(home -> !home.isByAgent() && !home.isBuilding())
            .map(ZillowResults.Found::url)
            .filter(PageState::isAddress)
            .distinct()
            .toList();
    List<PageRequest> next = goesOn(results, search).map(each -> request(each, market)).toList();
    Found found = Found.links(homes, next);
    return next.isEmpty() && showsNotAll(results) ? found.cutShort() : found;
  }

  private static boolean showsNotAll(ZillowResults results) {
    return Objects.requireNonNullElse(results.total(), 0) > MAX_PAGES * PAGE_SIZE;
  }

  /// In the parts of a map that holds too much, else on the next page.
  private static Stream<MapSearch> goesOn(ZillowResults results, MapSearch search) {
    int total = Objects.requireNonNullElse(results.total(), 0);
    List<MapBox> parts =
        search.page() == 1 && total > MAX_PAGES * PAGE_SIZE ? parts(results, search) : List.of();
    if (!parts.isEmpty()) {
      return parts.stream().map(search::within);
    }
    int pages = Objects.requireNonNullElse(results.pages(), 1);
    return search.page() < Math.min(pages, MAX_PAGES)
        ? Stream.of(search.nextPage())
        : Stream.empty();
  }

  /// Of the part that was asked for; of a whole market that which the page says it shows.
  private static List<MapBox> parts(ZillowResults results, MapSearch search) {
    ZillowResults.Box shown = results.box();
    MapBox asked = search.box();
    return asked != null
        ? asked.quarters()
        : shown == null ? List.of() : MapBox.of(shown).quarters();
  }

  private PageRequest request(MapSearch search, Market market) {
    return search.request(policy.baseUrl(), market.place());
  }
}
