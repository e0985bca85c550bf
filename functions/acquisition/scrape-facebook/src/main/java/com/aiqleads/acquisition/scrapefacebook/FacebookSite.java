package com.aiqleads.acquisition.scrapefacebook;

import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.PriceBand;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.FacebookResults;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.kernel.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Facebook Marketplace, as who is not signed in sees it: one search for each market, the newest
/// first. It shows 24 rows, and more only to its own scripts, by questions that change without
/// notice; so a search that is full is asked again in two bands of prices, and those in narrower
/// ones, until none is. The newest is no filter here: with one for days and a sort by price the
/// site finds nothing.
record FacebookSite(SourcePolicy policy) implements Site {

  static final String SOURCE = "facebook";

  private static final PriceBand.Names ENDS = new PriceBand.Names("minPrice", "maxPrice");
  private static final String QUERY =
      "/search/?query=house%20for%20sale&sortBy=creation_time_descend&locale=en_US";

  @Override
  public PageRequest start(Market market) {
    return search(market, PriceBand.ALL);
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    return FacebookResults.of(page.body().asUtf8(), page.url().toString())
        .map(results -> found(results, page, market))
        .orElseGet(Found::oversized);
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return FacebookResults.obstacle(page.body().asUtf8(), page.url().toString());
  }

  private Found found(FacebookResults results, FetchedPage page, Market market) {
    PageRefusal refusal = results.refusal();
    if (refusal == PageRefusal.UNPAINTED) {
      return Found.nothingYet();
    }
    if (refusal != null) {
      return refusal == PageRefusal.EMPTY ? Found.empty() : Found.refused(refusal);
    }
    List<String> homes =
        results.found().stream()
            .filter(FacebookResults.Found::mayBeHome)
            .map(FacebookResults.Found::url)
            .filter(PageState::isAddress)
            .distinct()
            .toList();
    List<PageRequest> narrower = narrower(results, page, market);
    Found found = Found.links(homes, narrower);
    return results.isFull() && narrower.isEmpty() ? found.cutShort() : found;
  }

  private List<PageRequest> narrower(FacebookResults results, FetchedPage page, Market market) {
    if (!results.isFull()) {
      return List.of();
    }
    List<Money> prices =
        results.found().stream()
            .map(FacebookResults.Found::price)
            .filter(Objects::nonNull)
            .toList();
    return PriceBand.in(page.request().url(), ENDS).halves(prices).stream()
        .map(band -> search(market, band))
        .toList();
  }

  private PageRequest search(Market market, PriceBand band) {
    String path = "marketplace/" + market.place() + QUERY + band.filter(ENDS);
    return PageRequest.get(policy.baseUrl().resolve(path));
  }
}
