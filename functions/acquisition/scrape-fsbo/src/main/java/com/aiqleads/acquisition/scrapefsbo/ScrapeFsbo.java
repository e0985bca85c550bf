package com.aiqleads.acquisition.scrapefsbo;

import jakarta.inject.Singleton;
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
    return sources.markets().stream()
        .map(market -> new TargetCrawl(site, market, ports, sources.revisitAfter(), run))
        .allMatch(TargetCrawl::goesOn);
  }
}
