package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.Grace;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One market of one site: first the search for its listings, then visits to those that are due.
final class TargetCrawl {

  private final Target target;
  private final Ports ports;
  private final Grace grace;
  private final Search search;
  private final Visits visits;

  TargetCrawl(Site site, Market market, Ports ports, Sources sources, Run run) {
    Intake intake = new Intake(site, ports, sources.revisitAfter(), run);
    this.grace = sources.grace();
    this.target = new Target(site.policy().source(), market.market());
    this.ports = ports;
    this.search = new Search(site, market, target, ports, intake, run);
    this.visits = new Visits(site, ports, intake, grace, run);
  }

  /// Crawls; false if the site wants to be left alone for now, or the time is up.
  boolean goesOn() {
    Map<String, PageState> known = new LinkedHashMap<>();
    ports.states().of(target).forEach(state -> known.put(state.address(), state));
    boolean goesOn = search.finish(known) && visits.make(due(known));
    ports.log().crawled(target, known.size(), goesOn);
    return goesOn;
  }

  private List<PageState> due(Map<String, PageState> known) {
    Instant now = ports.clock().instant();
    return known.values().stream()
        .filter(state -> state.isDue(now) || state.isMissing(grace, now))
        .toList();
  }
}
