package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Ports;
import com.aiqleads.acquisition.crawling.Run;
import com.aiqleads.acquisition.crawling.Scrape;
import com.aiqleads.acquisition.crawling.SilentCrawls;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.InMemoryCrawls;
import com.aiqleads.acquisition.fetching.InMemoryFetchLimiter;
import com.aiqleads.acquisition.fetching.InMemoryPageStates;
import com.aiqleads.acquisition.fetching.InMemorySnapshots;
import com.aiqleads.acquisition.fetching.PoliteFetch;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.SettableClock;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.store.PublishedPages;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A scraper in front of some web, with stores in memory and a clock that never really waits.
final class Crawling {

  static final Market DENVER = new Market("denver-co", "Denver, CO");

  private static final ApplicationContext CONTEXT = ApplicationContext.run();

  final RecordingPublisher publisher = new RecordingPublisher();
  final InMemoryPageStates states = new InMemoryPageStates();
  final InMemorySnapshots snapshots = new InMemorySnapshots();
  final SettableClock clock = new SettableClock();

  private final Approval approval;
  private final Sources sources;
  private final Scrape scrape;

  private Crawling(FetchPage web, URI site, Approval approval, Market... markets) {
    this.approval = approval;
    this.sources =
        new Sources(
            List.of(policy(site, FsboSite.SOURCE), policy(site, ForSaleByOwnerSite.SOURCE)),
            List.of(markets),
            Duration.ofMinutes(10));
    PoliteFetch fetch =
        new PoliteFetch(
            web,
            CONTEXT.getBean(ReadRobots.class),
            new InMemoryFetchLimiter(clock),
            (_, _) -> Set.of(),
            clock,
            clock);
    List<Site> sites =
        List.of(
            new FsboSite(sources.policy(FsboSite.SOURCE)),
            new ForSaleByOwnerSite(
                sources.policy(ForSaleByOwnerSite.SOURCE), CONTEXT.getBean(ObjectMapper.class)));
    this.scrape =
        new Scrape(
            sources,
            sites,
            new Ports(
                fetch,
                states,
                new InMemoryCrawls(),
                snapshots,
                (_, _) -> Set.of(),
                new SilentCrawls(),
                clock));
  }

  static Crawling of(URI site) {
    return new Crawling(
        CONTEXT.getBean(FetchPage.class),
        site,
        new Approval.Approved("a test", Instant.MAX),
        DENVER);
  }

  static Crawling of(FetchPage web, Approval approval) {
    return of(web, approval, DENVER);
  }

  static Crawling of(FetchPage web, Approval approval, Market... markets) {
    return new Crawling(web, URI.create("https://homes.example"), approval, markets);
  }

  void run() {
    run(Duration.ofHours(2));
  }

  void run(Duration time) {
    scrape.run(
        new Run(
            clock.instant(),
            clock.instant().plus(time),
            new PublishedPages(publisher, "scrape-fsbo")));
  }

  private SourcePolicy policy(URI site, String source) {
    return new SourcePolicy(
        source,
        site.resolve("/" + source + "/"),
        "",
        approval,
        Set.of(site.getRawAuthority()),
        Duration.ofMillis(10),
        "TestBot/1.0");
  }
}
