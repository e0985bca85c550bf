package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.InMemoryCrawls;
import com.aiqleads.acquisition.fetching.InMemoryFetchLimiter;
import com.aiqleads.acquisition.fetching.InMemoryPageStates;
import com.aiqleads.acquisition.fetching.InMemorySnapshots;
import com.aiqleads.acquisition.fetching.PoliteFetch;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.SettableClock;
import com.aiqleads.acquisition.fetching.SparedPages;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A crawl in front of some web, with stores in memory and a clock that never really waits.
public final class MemoryCrawl {

  public final RecordingAnnouncements announcements = new RecordingAnnouncements();
  public final InMemoryPageStates states = new InMemoryPageStates();
  public final InMemorySnapshots snapshots = new InMemorySnapshots();
  public final SettableClock clock = new SettableClock();
  private final Set<String> spared = ConcurrentHashMap.newKeySet();
  private boolean knowsWhatIsSpared = true;
  private final Scrape scrape;

  public MemoryCrawl(FetchPage web, ReadRobots robots, List<Site> sites, Market... markets) {
    SparedPages unwanted = (_, addresses) -> spared(addresses);
    PoliteFetch fetch =
        new PoliteFetch(web, robots, new InMemoryFetchLimiter(clock), unwanted, clock, clock);
    this.scrape =
        new Scrape(
            new Sources(
                sites.stream().map(Site::policy).toList(),
                List.of(markets),
                Duration.ofMinutes(10)),
            sites,
            new Ports(
                fetch,
                states,
                new InMemoryCrawls(),
                snapshots,
                unwanted,
                new SilentCrawls(),
                clock));
  }

  /// From now on nobody wants these to be fetched.
  public void spare(String... addresses) {
    Collections.addAll(spared, addresses);
  }

  /// From now on nobody knows what is to be spared.
  public void forgetWhatIsSpared() {
    knowsWhatIsSpared = false;
  }

  private Set<String> spared(Collection<String> addresses) {
    if (!knowsWhatIsSpared) {
      throw new IllegalStateException("the store of suppressions is away");
    }
    return addresses.stream().filter(spared::contains).collect(Collectors.toSet());
  }

  public void run() {
    run(Duration.ofHours(2));
  }

  public void run(Duration time) {
    scrape.run(new Run(clock.instant(), clock.instant().plus(time), announcements));
  }

  public void run(Permissions permissions) {
    Instant now = clock.instant();
    scrape.run(new Run(now, now.plus(Duration.ofHours(2)), announcements), permissions);
  }

  /// So much later that everything is due again.
  public void later() {
    clock.pause(Duration.ofDays(1));
  }
}
