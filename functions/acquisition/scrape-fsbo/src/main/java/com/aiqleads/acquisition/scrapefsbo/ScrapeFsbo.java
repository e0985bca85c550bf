package com.aiqleads.acquisition.scrapefsbo;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Crawls every approved site, market after market; the sites side by side, for each has a pace of
/// its own.
@Singleton
final class ScrapeFsbo {

  private static final Logger LOG = LoggerFactory.getLogger(ScrapeFsbo.class);

  private final Sources sources;
  private final List<Site> sites;
  private final Ports ports;

  ScrapeFsbo(Sources sources, List<Site> sites, Ports ports) {
    this.sources = sources;
    this.sites = List.copyOf(sites);
    this.ports = ports;
  }

  void run(Run run) {
    SideBySide.map(sites, site -> crawl(site, run));
  }

  private boolean crawl(Site site, Run run) {
    if (!site.policy().approval().isLive(ports.clock().instant())) {
      LOG.atInfo().addKeyValue("source", site.policy().source()).log("not approved");
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
      return new TargetCrawl(site, market, ports, sources.revisitAfter(), run).goesOn();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).addKeyValue("market", market.market()).log("crawl failed");
      failures.add(e);
      return true;
    }
  }
}
