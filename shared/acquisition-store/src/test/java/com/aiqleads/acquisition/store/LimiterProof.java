package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.Breaker.Cause;
import com.aiqleads.acquisition.fetching.BreakerLog;
import com.aiqleads.acquisition.fetching.Departure;
import com.aiqleads.acquisition.fetching.Ending;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchOutcome;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.Pace;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageWorth;
import com.aiqleads.acquisition.fetching.Pause;
import com.aiqleads.acquisition.fetching.PoliteFetch;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.fetching.Ticket;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.lambda.Names;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Many invocations that know nothing of each other fetch from a few sites, each with a clock
/// that is wrong in its own way. They follow redirects, read robots files, try again what
/// failed, get the same messages twice, and crash between the grant and the end. The sites say
/// what arrived.
final class LimiterProof {

  static final String TABLE = "fetch-limits";
  private static final int IN_FLIGHT = 2;

  /// What is tried.
  ///
  /// @param crashOneIn so many grants end in a crash
  record Plan(
      int sources,
      int invocations,
      Duration interval,
      Duration maxSkew,
      int crashOneIn,
      Duration warmUp,
      Duration counted) {}

  /// What was seen.
  ///
  /// @param overshoot arrivals sooner after another than the interval, by the sites' clock
  /// @param hasty requests that left sooner than the interval after the moment at which another
  ///     certainly had: the same by the visitors' side, which no delay at the site blurs
  /// @param overlaps arrivals while as many as may be under way already were
  /// @param shares for each source the arrivals, of those that the interval allows
  /// @param decisions grants and waits
  /// @param late decisions that took longer than the interval
  /// @param missed turns that came after their last moment
  /// @param wrong those, and decisions by which a site was asked too soon or too much
  record Found(
      int overshoot,
      int hasty,
      int overlaps,
      List<Double> shares,
      int arrivals,
      int decisions,
      int late,
      int missed,
      int wrong,
      int crashes,
      int opened,
      Duration least) {

    double least(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    double leastShare() {
      return least(shares);
    }

    double fairness() {
      return leastShare() / shares.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    double efficiency() {
      return 100.0 * (decisions - wrong) / Math.max(1, decisions);
    }
  }

  private final Plan plan;
  private final DynamoDbClient dynamo;
  private final Names names;
  private final List<Origin> origins;
  private final AtomicInteger decisions = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();
  private final AtomicInteger crashes = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final Queue<Left> departures = new ConcurrentLinkedQueue<>();
  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

  LimiterProof(Plan plan, DynamoDbClient dynamo, Names names) {
    this.plan = plan;
    this.dynamo = dynamo;
    this.names = names;
    this.origins = IntStream.range(0, plan.sources).mapToObj(Origin::new).toList();
  }

  Found run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    long from = start + plan.warmUp.toNanos();
    long until = from + plan.counted.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < plan.invocations; number++) {
        int invocation = number;
        running.add(threads.submit(() -> live(invocation, until)));
      }
      for (Future<?> each : running) {
        join(each);
      }
    }
    Found found = found(from, until);
    for (Origin origin : origins) {
      origin.close();
    }
    if (!failures.isEmpty()) {
      throw failures.element();
    }
    return found;
  }

  private static void join(Future<?> running) throws InterruptedException {
    try {
      running.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("an invocation broke", e.getCause());
    }
  }

  private Found found(long from, long until) {
    int overshoot = origins.stream().mapToInt(origin -> origin.tooSoon(plan.interval)).sum();
    int overlaps = origins.stream().mapToInt(origin -> origin.tooMany(IN_FLIGHT)).sum();
    double allowed = (double) plan.counted.toNanos() / plan.interval.toNanos();
    return new Found(
        overshoot,
        hasty(),
        overlaps,
        origins.stream().map(origin -> origin.arrivedBetween(from, until) / allowed).toList(),
        origins.stream().mapToInt(origin -> origin.arrivals().length).sum(),
        decisions.get(),
        late.get(),
        missed.get(),
        late.get() + missed.get() + overshoot + overlaps,
        crashes.get(),
        opened.get(),
        Duration.ofNanos(origins.stream().mapToLong(Origin::leastNanos).min().orElse(0)));
  }

  /// One place where invocations run, one after the other: the next begins when one has crashed.
  private void live(int number, long until) {
    Random random = new Random(number);
    // They come one after another, as functions do.
    sleep(plan.warmUp.dividedBy(2).multipliedBy(number).dividedBy(plan.invocations));
    while (System.nanoTime() < until) {
      try {
        invocation(number, random, until);
      } catch (Crash _) {
        crashes.incrementAndGet();
      } catch (RuntimeException e) {
        if (!(e.getCause() instanceof Crash)) {
          failures.add(e);
          return;
        }
        crashes.incrementAndGet();
      }
    }
  }

  private void invocation(int number, Random random, long until) {
    int skew = (int) plan.maxSkew.toMillis();
    Duration wrong = Duration.ofMillis(random.nextInt(-skew, skew + 1));
    InstantSource clock = Clock.offset(Clock.systemUTC(), wrong);
    FetchLimiter limiter =
        new Mortal(
            FetchingStore.limiter(dynamo, names, clock, new Counted(), Pause.real()),
            random,
            clock);
    SourcePolicy policy = policy(number % plan.sources);
    try (HttpPages pages = new HttpPages(Duration.ofSeconds(20))) {
      PoliteFetch fetch =
          new PoliteFetch(
              (request, known, agent, departure) ->
                  stamped(pages, request, known, agent, departure),
              new CrawlerCommonsRobots(),
              limiter,
              (_, _) -> Set.of(),
              Pause.real(),
              clock);
      while (System.nanoTime() < until) {
        Instant deadline = clock.instant().plusNanos(until - System.nanoTime());
        // Of few pages, so that others have the same, and one is moved and one fails at times.
        String kind = List.of("page", "page", "moved", "flaky").get(random.nextInt(4));
        URI page = policy.baseUrl().resolve(kind + "/" + random.nextInt(50));
        FetchOutcome outcome =
            fetch.fetch(policy, PageRequest.get(page), Validators.NONE, deadline);
        if (outcome instanceof FetchOutcome.Postponed) {
          return;
        }
      }
    }
  }

  /// When each request left, for each site: not before the first, and not after the second.
  private int hasty() {
    int hasty = 0;
    for (int source = 0; source < plan.sources; source++) {
      String host = origins.get(source).authority();
      long hadLeft = Long.MIN_VALUE / 2;
      for (Left left :
          departures.stream().filter(each -> each.host.equals(host)).sorted().toList()) {
        hasty += left.from - hadLeft < plan.interval.toNanos() ? 1 : 0;
        hadLeft = left.until;
      }
    }
    return hasty;
  }

  private record Left(String host, long from, long until) implements Comparable<Left> {

    @Override
    public int compareTo(Left other) {
      return Long.compare(from, other.from);
    }
  }

  /// Writes down when a request left.
  private PageAnswer stamped(
      HttpPages pages, PageRequest request, Validators known, String agent, Departure departure) {
    AtomicLong from = new AtomicLong();
    return pages.fetch(
        request,
        known,
        agent,
        new Departure() {
          @Override
          public boolean awaited() {
            boolean isInTime = departure.awaited();
            from.set(System.nanoTime());
            return isInTime;
          }

          @Override
          public void left() {
            departures.add(new Left(request.url().getAuthority(), from.get(), System.nanoTime()));
            departure.left();
          }

          @Override
          public void underWay() {
            departure.underWay();
          }
        });
  }

  private SourcePolicy policy(int source) {
    String authority = origins.get(source).authority();
    return new SourcePolicy(
        "source-" + source,
        URI.create("http://" + authority + "/"),
        "",
        new Approval.Approved("a proof", Instant.MAX),
        Set.of(authority),
        new Pace(plan.interval, plan.interval, IN_FLIGHT, Duration.ofMinutes(15)),
        "TestBot/1.0");
  }

  private static void sleep(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The end of a process, of which nobody hears.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private final class Counted implements BreakerLog {

    @Override
    public void opened(String site, Cause cause, Instant until) {
      opened.incrementAndGet();
    }

    @Override
    public void closed(String site) {}
  }

  /// Counts decisions, and crashes now and then: before the request is sent, right after, or
  /// when its answer is there. A crashed process tells nobody anything any more.
  private final class Mortal implements FetchLimiter {

    private final FetchLimiter limiter;
    private final Random random;
    private final InstantSource clock;
    private int crashAt = -1;
    private Instant startBy = Instant.MAX;

    private Mortal(FetchLimiter limiter, Random random, InstantSource clock) {
      this.limiter = limiter;
      this.clock = clock;
      this.random = random;
    }

    @Override
    public Grant ask(String site, Pace pace) {
      long asked = System.nanoTime();
      Grant grant = limiter.ask(site, pace);
      decisions.incrementAndGet();
      if (System.nanoTime() - asked > plan.interval.toNanos()) {
        late.incrementAndGet();
      }
      if (grant instanceof Grant.Granted granted) {
        startBy = granted.startBy();
        crashAt = random.nextInt(plan.crashOneIn) == 0 ? random.nextInt(3) : -1;
        crash(0);
      }
      return grant;
    }

    @Override
    public void sent(Ticket ticket) {
      crash(1);
      limiter.sent(ticket);
    }

    @Override
    public boolean keeps(Ticket ticket) {
      crash(1);
      return limiter.keeps(ticket);
    }

    @Override
    public Duration ended(Ticket ticket, Ending ending) {
      crash(crashAt == 1 ? 1 : 2);
      // A turn that is given back before its last moment, at the end of a run, is none.
      if (ending instanceof Ending.NotSent && clock.instant().isAfter(startBy)) {
        missed.incrementAndGet();
      }
      return limiter.ended(ticket, ending);
    }

    @Override
    public void judged(String site, PageWorth worth) {
      limiter.judged(site, worth);
    }

    @Override
    public void turnedAway(String site) {
      limiter.turnedAway(site);
    }

    private void crash(int moment) {
      if (crashAt == moment) {
        throw new Crash();
      }
    }
  }
}
