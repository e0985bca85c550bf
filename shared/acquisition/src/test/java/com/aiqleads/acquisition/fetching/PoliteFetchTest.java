package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPolicy;
import static com.aiqleads.acquisition.fetching.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteFetchTest {

  private static final String ROBOTS = "https://homes.example/robots.txt";
  private static final String PAGE = "https://homes.example/1";
  private static final Instant LATER = NOON.plus(Duration.ofDays(9));
  private static final Instant DEADLINE = NOON.plus(Duration.ofMinutes(5));

  private final SettableClock clock = new SettableClock();
  private final ScriptedWeb web = new ScriptedWeb();
  private final InMemoryFetchLimiter limiter = new InMemoryFetchLimiter(clock);
  private final SparedPages spared =
      (_, addresses) ->
          addresses.stream().filter(one -> one.endsWith("/hers")).collect(Collectors.toSet());
  private final PoliteFetch fetch =
      new PoliteFetch(web, PoliteFetchTest::rules, limiter, spared, clock, clock);

  @Test
  void fetchesWhatIsAllowedWithItsEvidence() {
    web.on(ROBOTS, answer(200, "private")).on(PAGE, answer(200, "home", "etag", "\"7\""));

    FetchOutcome outcome = fetch(PAGE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class,
            fetched -> {
              assertThat(fetched.page().body().asUtf8()).isEqualTo("home");
              assertThat(fetched.page().validators()).isEqualTo(new Validators("\"7\"", ""));
              assertThat(fetched.page().robots().status()).isEqualTo(200);
              assertThat(fetched.page().robots().body().asUtf8()).isEqualTo("private");
              assertThat(fetched.page().robots().rule()).isEqualTo("Disallow: private");
            });
  }

  @Test
  void sendsNothingWithoutALiveApproval() {
    Approval ended = new Approval.Approved("counsel", NOON);

    assertThat(fetch(aPolicy(new Approval.NotApproved()), PAGE))
        .isEqualTo(new FetchOutcome.Refused(Refusal.NOT_APPROVED));
    assertThat(fetch(aPolicy(ended), PAGE))
        .isEqualTo(new FetchOutcome.Refused(Refusal.NOT_APPROVED));
    assertThat(web.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/1",
        "http://homes.example/1",
        "https://homes.example:8443/1",
        "https://homes.example@elsewhere.example/",
        "https://user@homes.example/",
        "https://169.254.169.254/latest/meta-data/"
      })
  void sendsNothingToOtherHosts(String address) {
    assertThat(fetch(address)).isEqualTo(new FetchOutcome.Refused(Refusal.FOREIGN_HOST));
    assertThat(web.asked()).isEmpty();
  }

  @Test
  void followsRedirectsOnlyWithinItsHosts() {
    web.on(PAGE, answer(302, "", "location", "https://www.homes.example/2"))
        .on("https://www.homes.example/2", answer(301, "", "location", "//inside.example/3"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.FOREIGN_HOST));
    assertThat(web.asked()).doesNotContain("https://inside.example/3");
  }

  @Test
  void isNotLedToAPageThatIsToBeLeftAlone() {
    String hers = "https://www.homes.example/hers";
    web.on(PAGE, answer(301, "", "location", "https://www.homes.example/2"))
        .on("https://www.homes.example/2", answer(301, "", "location", "/hers"))
        .on(hers, answer(200, "home"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.SPARED));
    assertThat(web.asked()).doesNotContain(hers);
  }

  @Test
  void givesUpOnRedirectsWithoutEndAndOnAddressesThatAreNone() {
    web.on(PAGE, answer(302, "", "location", PAGE));
    web.on("https://homes.example/odd", answer(302, "", "location", "ht tp://"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.TOO_MANY_REDIRECTS));
    assertThat(fetch("https://homes.example/odd"))
        .isEqualTo(new FetchOutcome.Unreachable("status 302"));
  }

  @Test
  void obeysTheRobotsFileAndReadsItOnceADay() {
    web.on(ROBOTS, answer(200, "private")).on(PAGE, answer(200, "home"));

    assertThat(fetch("https://homes.example/private/1"))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
    fetch(PAGE);
    clock.pause(Robots.KEPT.minusSeconds(10));
    assertThat(readings()).isEqualTo(1);
    clock.pause(Duration.ofSeconds(10));
    fetch.fetch(aPolicy(), PageRequest.get(URI.create(PAGE)), Validators.NONE, Instant.MAX);
    assertThat(readings()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 403, 410})
  void noRobotsFileIsNoRestriction(int status) {
    web.on(ROBOTS, answer(status, "")).on(PAGE, answer(200, "home"));

    assertThat(fetch(PAGE)).isInstanceOf(FetchOutcome.Fetched.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void anUnreadableRobotsFileForbidsEverything(int status) {
    web.on(ROBOTS, answer(status, "")).on(PAGE, answer(200, "home"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
  }

  @Test
  void aRobotsFileThatCannotBeFetchedForbidsEverything() {
    web.on(ROBOTS, new PageAnswer.Failed("refused"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
  }

  @Test
  void followsTheRobotsFileToWhereItMoved() {
    web.on(ROBOTS, answer(301, "", "location", "https://www.homes.example/robots.txt"))
        .on("https://www.homes.example/robots.txt", answer(200, "private"));

    assertThat(fetch("https://homes.example/private/1"))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
  }

  @Test
  void followsTheRobotsFileOverFiveMovesBetweenHostsAndNoMore() {
    String[] hosts = {"https://homes.example", "https://www.homes.example"};
    web.on(ROBOTS, answer(301, "", "location", hosts[1] + "/robots/1"));
    for (int move = 1; move < 5; move++) {
      String next = hosts[(move + 1) % 2] + "/robots/" + (move + 1);
      web.on(hosts[move % 2] + "/robots/" + move, answer(308, "", "location", next));
    }
    web.on(hosts[1] + "/robots/5", answer(200, "private")).on(PAGE, answer(200, "home"));

    assertThat(fetch(PAGE)).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(fetch("https://homes.example/private/1"))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));

    web.on(hosts[1] + "/robots/5", answer(301, "", "location", hosts[0] + "/robots/6"));
    clock.pause(Robots.KEPT);
    assertThat(fetch.fetch(aPolicy(), PageRequest.get(URI.create(PAGE)), Validators.NONE, LATER))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
  }

  @Test
  void aRobotsFileOfAForeignHostOrTooLargeOneForbidsEverything() {
    web.on(ROBOTS, answer(301, "", "location", "https://inside.example/robots.txt"))
        .on("https://www.homes.example/robots.txt", new PageAnswer.TooLarge(1));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
    assertThat(fetch("https://www.homes.example/1"))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
    assertThat(web.asked()).noneMatch(address -> address.contains("inside.example"));
  }

  @Test
  void anUnreadableRobotsFileIsAskedForAgainAfterAnHour() {
    web.on(ROBOTS, answer(503, "", "retry-after", "0"), answer(200, ""))
        .on(PAGE, answer(200, "home"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
    clock.pause(Robots.KEPT_IF_UNREADABLE.minusSeconds(1));
    assertThat(fetch.fetch(aPolicy(), PageRequest.get(URI.create(PAGE)), Validators.NONE, LATER))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
    clock.pause(Duration.ofSeconds(1));
    assertThat(fetch.fetch(aPolicy(), PageRequest.get(URI.create(PAGE)), Validators.NONE, LATER))
        .isInstanceOf(FetchOutcome.Fetched.class);
  }

  @Test
  void followsNoPageToPlainHttp() {
    web.on(PAGE, answer(302, "", "location", "http://homes.example/2"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.FOREIGN_HOST));
  }

  @Test
  void aTurnThatNeverComesIsNoPage() {
    FetchLimiter late =
        new FetchLimiter() {
          @Override
          public Grant ask(String site, Pace pace) {
            Instant past = NOON.minusSeconds(9);
            return new Grant.Granted(new Ticket(site, pace, "1"), past, past);
          }

          @Override
          public void sent(Ticket ticket) {
            throw new AssertionError("nothing may be sent");
          }

          @Override
          public boolean keeps(Ticket ticket) {
            throw new AssertionError("nothing may be sent");
          }

          @Override
          public Duration ended(Ticket ticket, Ending ending) {
            assertThat(ending).isEqualTo(new Ending.NotSent());
            return Duration.ZERO;
          }

          @Override
          public void judged(String site, PageWorth worth) {}

          @Override
          public void turnedAway(String site) {}
        };
    PoliteFetch waiting = new PoliteFetch(web, PoliteFetchTest::rules, late, spared, clock, clock);

    assertThat(
            waiting.fetch(aPolicy(), PageRequest.get(URI.create(PAGE)), Validators.NONE, DEADLINE))
        .isInstanceOf(FetchOutcome.Postponed.class);
    assertThat(web.asked()).isEmpty();
  }

  @Test
  void aRobotsFileThatMovesForEverForbidsEverything() {
    web.on(ROBOTS, answer(500, "", "location", "x"), answer(301, "", "location", ROBOTS));
    web.on("https://www.homes.example/robots.txt", answer(301, "", "location", "/robots.txt"));

    assertThat(fetch("https://www.homes.example/1"))
        .isEqualTo(new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS));
  }

  @Test
  void everyRequestTakesItsTurn() {
    web.on(ROBOTS, answer(200, "")).on(PAGE, answer(200, "home"));

    fetch(PAGE);
    fetch(PAGE);

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
  }

  @Test
  void aLongerCrawlDelayOfTheSiteWins() {
    web.on(ROBOTS, answer(200, "slow")).on(PAGE, answer(200, "home"));

    fetch(PAGE);
    fetch(PAGE);

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1 + 30));
  }

  @Test
  void postponesWhatCannotStartInTime() {
    web.on(PAGE, answer(200, "home"));
    limiter.holdOff("homes", Duration.ofMinutes(10));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Postponed(Duration.ofMinutes(10)));
    assertThat(web.asked()).isEmpty();
  }

  @Test
  void postponesAPageThoughItsRobotsFileIsKnown() {
    web.on(ROBOTS, answer(404, "")).on(PAGE, answer(200, "home"));
    fetch(PAGE);
    limiter.holdOff("homes", Duration.ofMinutes(10));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Postponed(Duration.ofMinutes(10)));
  }

  @Test
  void aPauseThatTheSiteAsksForHoldsForEverybody() {
    web.on(ROBOTS, answer(404, ""))
        .on(PAGE, answer(429, "", "retry-after", "120"), answer(200, "home"));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Throttled(Duration.ofMinutes(2)));
    assertThat(limiter.ask("homes", Pace.of(Duration.ofSeconds(1))))
        .isEqualTo(new Grant.Wait(Duration.ofMinutes(2)));
    assertThat(fetch(PAGE)).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(clock.instant()).isAfterOrEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void pausesOfUnsaidLengthDoubleAndPagesThatComeHalveThem() {
    web.on(ROBOTS, answer(404, ""))
        .on(PAGE, answer(503, ""), answer(503, ""), answer(304, ""), answer(503, ""));

    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Throttled(Duration.ofSeconds(2)));
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Throttled(Duration.ofSeconds(4)));
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.NotModified());
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Throttled(Duration.ofSeconds(4)));
  }

  @Test
  void tellsApartWhyThereIsNoPage() {
    web.on(ROBOTS, answer(404, ""));

    assertThat(fetch(PAGE)).isInstanceOf(FetchOutcome.Gone.class);
    web.on(PAGE, answer(403, ""));
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.ACCESS_DENIED));
    web.on(PAGE, answer(500, ""));
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Unreachable("status 500"));
    web.on(PAGE, new PageAnswer.Failed("reset"));
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Unreachable("reset"));
    web.on(PAGE, new PageAnswer.TooLarge(9));
    assertThat(fetch(PAGE)).isEqualTo(new FetchOutcome.Refused(Refusal.TOO_LARGE));
  }

  @Test
  void fetchesNothingWhenTheLimiterCannotBeAsked() {
    FetchLimiter broken = new BrokenLimiter();
    PoliteFetch failing =
        new PoliteFetch(web, PoliteFetchTest::rules, broken, spared, clock, clock);

    assertThatThrownBy(
            () ->
                failing.fetch(
                    aPolicy(), PageRequest.get(URI.create(PAGE)), Validators.NONE, DEADLINE))
        .hasMessage("no limiter");
    assertThat(web.asked()).isEmpty();
  }

  /// As if its store were down.
  private static final class BrokenLimiter implements FetchLimiter {

    @Override
    public Grant ask(String site, Pace pace) {
      throw new IllegalStateException("no limiter");
    }

    @Override
    public void sent(Ticket ticket) {
      throw new AssertionError("nothing may be sent");
    }

    @Override
    public boolean keeps(Ticket ticket) {
      throw new AssertionError("nothing has begun");
    }

    @Override
    public Duration ended(Ticket ticket, Ending ending) {
      throw new AssertionError("nothing has begun");
    }

    @Override
    public void judged(String site, PageWorth worth) {}

    @Override
    public void turnedAway(String site) {}
  }

  private FetchOutcome fetch(String address) {
    return fetch(aPolicy(), address);
  }

  private FetchOutcome fetch(SourcePolicy policy, String address) {
    return fetch.fetch(policy, PageRequest.get(URI.create(address)), Validators.NONE, DEADLINE);
  }

  private long readings() {
    return web.asked().stream().filter(ROBOTS::equals).count();
  }

  /// A robots file of one word: the folder that is forbidden, or `slow`.
  private static RobotsRules rules(URI url, PageBytes body, String contentType, String robotsName) {
    assertThat(robotsName).isEqualTo("TestBot");
    String word = body.asUtf8();
    return new RobotsRules() {
      @Override
      public boolean allows(URI page) {
        return word.isEmpty() || !page.getPath().startsWith("/" + word);
      }

      @Override
      public String rule(URI page) {
        return word.isEmpty() ? "" : "Disallow: " + word;
      }

      @Override
      public Duration crawlDelay() {
        return word.equals("slow") ? Duration.ofSeconds(30) : Duration.ZERO;
      }
    };
  }
}
