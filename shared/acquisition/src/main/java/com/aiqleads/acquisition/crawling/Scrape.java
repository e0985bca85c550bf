package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.Target;
import java.util.ArrayList;
import java.util.List;

/// Crawls every approved site, market after market; the sites side by side, for each has a pace of
/// its own.
public final class Scrape {

  private final Sources sources;
  private final List<Site> sites;
  private final Ports ports;

  public Scrape(Sources sources, List<Site> sites, Ports ports) {
    this.sources = sources;
    this.sites = List.copyOf(sites);
    this.ports = ports;
  }

  public void run(Run run) {
    SideBySide.map(sites, site -> crawl(site, run));
  }

  private boolean crawl(Site site, Run run) {
    if (!site.policy().approval().isLive(ports.clock().instant())) {
      ports.log().notApproved(site.policy().source());
      return false;
    }
    List<RuntimeException> failures = new ArrayList<>();
    boolean goesOn =
        sources.markets().stream().allMatch(market -> goesOn(site, market, run, failures));
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    return goesOn;
  }

  /// A market that fails does not hold up the next; the run fails when all had their turn.
  private boolean goesOn(Site site, Market market, Run run, List<RuntimeException> failures) {
    try {
      return new TargetCrawl(site, market, ports, sources, run).goesOn();
    } catch (RuntimeException e) {
      ports.log().failed(new Target(site.policy().source(), market.market()), e);
      failures.add(e);
      return true;
    }
  }
}
