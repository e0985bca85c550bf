package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.InMemoryCrawls;
import com.aiqleads.acquisition.fetching.InMemoryFetchLimiter;
import com.aiqleads.acquisition.fetching.InMemoryPageStates;
import com.aiqleads.acquisition.fetching.InMemorySnapshots;
import com.aiqleads.acquisition.fetching.KeepSnapshot;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.fetching.SparedPages;
import com.aiqleads.acquisition.watching.InMemoryWatchBook;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.local.sandbox.Sandbox;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every function that scrapes owes, whatever its sites are: with the sandbox it sends the
/// parser pages of every market, and without it it sends nothing at all, for nobody has approved
/// the real sites. The test of such a function extends this and says which one it is.
public abstract class ScraperContract {

  /// Few enough to be seen in one run.
  private static final int HOMES = 150;

  private static final Duration TIME = Duration.ofSeconds(90);
  private static final String PARSER = "aiqleads-test-acquisition-parse-page";
  private static final String ROUTES =
      "PageFetched=acquisition-parse-page;PageRejected=acquisition-keep-refusals";

  private final String function;
  private final List<String> sources;
  private final int pages;
  private final Function<ApplicationContext, ScrapeFunction> start;
  private final Supplier<ScrapeFunction> deployed;
  private final FakeQueues queues = new FakeQueues();
  private final Set<String> spared = ConcurrentHashMap.newKeySet();
  private boolean sparesAll;

  /// @param function as its folder is called
  /// @param sources the ids of its sites
  /// @param pages how many pages with listings the smallest sandbox has for it
  /// @param start its constructor that takes a context
  /// @param deployed the one that Lambda calls, which finds its names beside the test
  protected ScraperContract(
      String function,
      List<String> sources,
      int pages,
      Function<ApplicationContext, ScrapeFunction> start,
      Supplier<ScrapeFunction> deployed) {
    this.function = function;
    this.sources = List.copyOf(sources);
    this.pages = pages;
    this.start = start;
    this.deployed = deployed;
  }

  @Test
  void sendsTheParserThePagesOfEveryMarket() {
    try (Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, HOMES);
        ApplicationContext context =
            context(Map.of("aiqleads.sandbox.url", sandbox.baseUri().toString()))) {
      run(context);

      List<String> sent = queues.bodiesSentTo(PARSER);
      assertThat(sent).hasSize(pages);
      // A page that two markets lead to is one page: whoever hears of it twice drops one.
      assertThat(distinct(sent, ScraperContract::correlationId))
          .hasSameSizeAs(distinct(sent, ScraperContract::url));
      for (String source : sources) {
        assertThat(sent).anyMatch(message -> message.contains(quoted("source", source)));
      }
      for (Market market : context.getBean(Sources.class).markets()) {
        assertThat(sent).anyMatch(message -> message.contains(quoted("market", market.market())));
      }
    }
  }

  @Test
  void visitsNoPageOfWhoDoesNotWantIt() {
    sparesAll = true;
    try (Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, HOMES);
        ApplicationContext context =
            context(Map.of("aiqleads.sandbox.url", sandbox.baseUri().toString()))) {
      run(context);

      assertThat(spared).isNotEmpty();
      assertThat(queues.bodiesSentTo(PARSER))
          .noneMatch(
              message -> spared.stream().anyMatch(url -> message.contains(quoted("url", url))));
    }
  }

  private Set<String> spared(String source, Collection<String> addresses) {
    assertThat(sources).contains(source);
    spared.addAll(sparesAll ? addresses : List.of());
    return sparesAll ? Set.copyOf(addresses) : Set.of();
  }

  @Test
  void sendsNothingToTheRealSitesForNobodyHasApprovedThem() {
    ScriptedWeb web = new ScriptedWeb();
    try (ApplicationContext context = context(Map.of())) {
      context.registerSingleton(FetchPage.class, web);

      run(context);

      assertThat(web.asked()).isEmpty();
      assertThat(queues.callSizes()).isEmpty();
    }
  }

  /// It asks its database what is approved only when it runs.
  @Test
  void startsAsDeployed() throws IOException {
    try (ScrapeFunction started = deployed.get()) {
      assertThat(started.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void namesTheRealSitesAndTheirTerms() {
    try (ApplicationContext context = context(Map.of())) {
      List<SourcePolicy> policies = context.getBean(Sources.class).policies();

      assertThat(policies).map(SourcePolicy::source).containsExactlyElementsOf(sources);
      assertThat(policies).noneMatch(policy -> policy.approval().isLive(Instant.EPOCH));
      assertThat(policies).allMatch(policy -> policy.baseUrl().getScheme().equals("https"));
      assertThat(policies).allMatch(policy -> policy.termsUrl().startsWith("https://"));
      for (SourcePolicy policy : policies) {
        assertThat(policy.allowedHosts())
            .map(host -> CrawledSite.of(URI.create("https://" + host + "/")).orElseThrow().id())
            .containsOnly(policy.source());
      }
    }
  }

  /// The function's context with its stores in memory.
  private ApplicationContext context(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("aiqleads.routes", ROUTES);
    ApplicationContext context = TestFunction.start("acquisition", function, queues, all);
    context.registerSingleton(FetchLimiter.class, new InMemoryFetchLimiter(InstantSource.system()));
    context.registerSingleton(PageStates.class, new InMemoryPageStates());
    context.registerSingleton(Crawls.class, new InMemoryCrawls());
    context.registerSingleton(WatchBook.class, new InMemoryWatchBook());
    context.registerSingleton(SparedPages.class, (SparedPages) this::spared);
    context.registerSingleton(KeepSnapshot.class, new InMemorySnapshots());
    context.registerSingleton(Permissions.class, Permissions.of(context.getBean(Sources.class)));
    return context;
  }

  private void run(ApplicationContext context) {
    run(start.apply(context));
  }

  private void run(ScrapeFunction running) {
    ScheduledRun run = new ScheduledRun("aiqleads-test-acquisition-" + function, Instant.EPOCH);

    running.handleRequest(run, new FakeInvocation(TIME));
  }

  private static String quoted(String name, String value) {
    return "\"" + name + "\":\"" + value + "\"";
  }

  private static Set<String> distinct(List<String> sent, Function<String, String> part) {
    return sent.stream().map(part).collect(Collectors.toSet());
  }

  private static String url(String message) {
    int start = message.indexOf("\"url\":\"") + 7;
    return message.substring(start, message.indexOf('"', start));
  }

  private static String correlationId(String message) {
    int start = message.indexOf("cor_");
    return message.substring(start, message.indexOf('"', start));
  }
}
