package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A site under the approval that counts in this run.
record PermittedSite(Site site, SourcePolicy policy) implements Site {

  @Override
  public PageRequest start(Market market) {
    return site.start(market);
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    return site.read(page, market);
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return site.obstacle(page);
  }

  @Override
  public Duration restOf(String address, Duration usual) {
    return site.restOf(address, usual);
  }

  @Override
  public Optional<Instant> endOf(FetchedPage page) {
    return site.endOf(page);
  }
}
