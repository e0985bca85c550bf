package com.aiqleads.acquisition.scrapecraigslist;

import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.PriceBand;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.CraigslistResults;
import com.aiqleads.acquisition.parsing.CraigslistResults.Row;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.UnavailableAfter;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// craigslist: one search for each area, of homes that owners sell. It shows some 300 rows and no
/// second page, so a search that is full is asked again in two bands of prices, and those in
/// narrower ones, until none is.
record CraigslistSite(SourcePolicy policy) implements Site {

  static final String SOURCE = "craigslist";

  /// The site shows between 266 and 360 rows of a search that has more.
  static final int FULL = 250;

  private static final PriceBand.Names ENDS = new PriceBand.Names("min_price", "max_price");

  @Override
  public PageRequest start(Market market) {
    return search(market, PriceBand.ALL);
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    return CraigslistResults.of(page.body().asUtf8(), page.url().toString())
        .map(results -> found(results, page, market))
        .orElseGet(Found::oversized);
  }

  private Found found(CraigslistResults results, FetchedPage page, Market market) {
    PageRefusal refusal = results.refusal().orElse(null);
    if (refusal == PageRefusal.UNPAINTED) {
      return Found.nothingYet();
    }
    if (refusal != null) {
      return refusal == PageRefusal.EMPTY ? Found.empty() : Found.refused(refusal);
    }
    List<String> postings =
        results.rows().stream().map(Row::url).filter(PageState::isAddress).distinct().toList();
    List<PageRequest> narrower = narrower(results, page, market);
    Found found = Found.links(postings, narrower);
    return isFull(results) && narrower.isEmpty() ? found.cutShort() : found;
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return CraigslistResults.obstacle(page.body().asUtf8(), page.url().toString());
  }

  @Override
  public Optional<Instant> endOf(FetchedPage page) {
    return UnavailableAfter.ofPage(page.body().asUtf8());
  }

  private static boolean isFull(CraigslistResults results) {
    return results.rows().size() >= FULL;
  }

  private List<PageRequest> narrower(CraigslistResults results, FetchedPage page, Market market) {
    if (!isFull(results)) {
      return List.of();
    }
    List<Money> prices = results.rows().stream().map(Row::price).filter(Objects::nonNull).toList();
    return PriceBand.in(page.request().url(), ENDS).halves(prices).stream()
        .map(band -> search(market, band))
        .toList();
  }

  private PageRequest search(Market market, PriceBand band) {
    String path = "search/area/" + market.place() + "?cat=rea&purveyor=owner" + band.filter(ENDS);
    return PageRequest.get(policy.baseUrl().resolve(path));
  }
}
