package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.SourcePolicy;
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

  /// What the policies approve of, in all markets.
  public void run(Run run) {
    run(run, Permissions.of(sources));
  }

  /// What people have approved of, where they want it.
  public void run(Run run, Permissions permissions) {
    SideBySide.map(sites, site -> crawl(site, run, permissions));
  }

  private boolean crawl(Site site, Run run, Permissions permissions) {
    SourcePolicy policy = site.policy().under(permissions.approval(site.policy()));
    if (!policy.approval().isLive(ports.clock().instant())) {
      ports.log().notApproved(policy.source());
      return false;
    }
    Site permitted = new PermittedSite(site, policy);
    List<RuntimeException> failures = new ArrayList<>();
    boolean goesOn =
        permissions.markets(policy).stream()
            .allMatch(market -> goesOn(permitted, market, run, failures));
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
