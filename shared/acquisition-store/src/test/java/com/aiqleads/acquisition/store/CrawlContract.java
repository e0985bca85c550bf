package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.MemoryCrawl;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the crawl of every site owes, as the sandbox plays it and as it is. The test of a site
/// extends this and adds what is the site's own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CrawlContract {

  protected static final Approval APPROVED = new Approval.Approved("a test", Instant.MAX);

  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final int KILLS = 8;

  private final URI home;
  private final Market market;
  private final int listings;
  private final Function<SourcePolicy, Site> site;
  private final String source;
  private SwitchedSandbox sandbox;

  /// @param source its name, by which the sandbox plays it
  /// @param home where it really is
  /// @param market one of the sandbox's
  /// @param listings about how many the sandbox has for it there
  protected CrawlContract(
      String source, URI home, Market market, int listings, Function<SourcePolicy, Site> site) {
    this.source = source;
    this.home = home;
    this.market = market;
    this.listings = listings;
    this.site = site;
  }

  @BeforeAll
  final void start() {
    sandbox = SwitchedSandbox.start();
  }

  @AfterAll
  final void stop() {
    sandbox.close();
  }

  @Test
  void itsSiteIsOneThatPeopleApprove() {
    assertThat(CrawledSite.find(source)).isPresent();
  }

  @Test
  void tellsNothingTwiceAndWhatHasChangedAgain() {
    MemoryCrawl crawl = inSandbox();
    crawl.run();
    int first = crawl.announcements.said();
    crawl.later();
    crawl.run();
    assertThat(crawl.announcements.said()).isEqualTo(first);

    crawl.later();
    sandbox.during("reprice", crawl::run);

    assertThat(crawl.announcements.said()).isGreaterThan(first + listings / 2);
  }

  /// Together the killed runs tell less than there is, so that each of them is killed.
  @Test
  void leavesNothingOutAndSaysNothingTwiceThoughKilledAgainAndAgain() {
    MemoryCrawl unharmed = inSandbox();
    unharmed.run();
    MemoryCrawl crawl = inSandbox();

    for (int killed = 1; killed <= KILLS; killed++) {
      crawl.announcements.killAfter(killed * (listings / (5 * KILLS)));
      assertThatThrownBy(crawl::run).hasStackTraceContaining("killed");
      crawl.announcements.live();
    }
    crawl.run();

    assertThat(crawl.announcements.sent()).isEqualTo(unharmed.announcements.sent());
  }

  @Test
  void leavesTheSiteAloneThatDoesNotLetItIn() {
    MemoryCrawl crawl = inSandbox();

    sandbox.during("forbidden", crawl::run);

    assertThat(crawl.announcements.said()).isZero();
  }

  @Test
  void sendsNothingBeforeTheTermsAreApproved() {
    ScriptedWeb web = new ScriptedWeb();

    crawl(web, new Approval.NotApproved()).run();
    crawl(web, new Approval.Approved("counsel", Instant.EPOCH)).run();

    assertThat(web.asked()).isEmpty();
  }

  protected final SwitchedSandbox sandbox() {
    return sandbox;
  }

  protected final MemoryCrawl inSandbox() {
    return inSandbox(sandbox, INTERVAL);
  }

  protected final MemoryCrawl inSandbox(SwitchedSandbox played, Duration interval) {
    return crawl(CONTEXT.getBean(FetchPage.class), policy(played.site(source), APPROVED, interval));
  }

  /// In front of the real site, as the web is made up to answer.
  protected final MemoryCrawl crawl(FetchPage web, Approval approval) {
    return crawl(web, policy(home, approval, INTERVAL));
  }

  private MemoryCrawl crawl(FetchPage web, SourcePolicy policy) {
    return new MemoryCrawl(
        web, CONTEXT.getBean(ReadRobots.class), List.of(site.apply(policy)), market);
  }

  protected final Site site() {
    return site.apply(policy(home, APPROVED, INTERVAL));
  }

  private SourcePolicy policy(URI address, Approval approval, Duration interval) {
    return new SourcePolicy(
        source, address, "", approval, Set.of(address.getRawAuthority()), interval, "TestBot/1.0");
  }
}
