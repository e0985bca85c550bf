package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.Ending;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.Pace;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageWorth;
import com.aiqleads.acquisition.fetching.Ticket;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.TestFunction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountedTest {

  private static final PageRequest PAGE = PageRequest.get(URI.create("https://site.example/a"));

  private static final Pace PACE = Pace.of(Duration.ofSeconds(1));

  private final ApplicationContext context =
      TestFunction.start("acquisition", "scrape-fsbo", new FakeQueues(), Map.of());
  private final Metrics metrics = context.getBean(Metrics.class);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void countsAnswersByHostAndKind() {
    Deque<PageAnswer> answers =
        new ArrayDeque<>(
            List.of(
                new PageAnswer.Answered(200, Map.of(), PageBytes.of(new byte[0])),
                new PageAnswer.Answered(200, Map.of(), PageBytes.of(new byte[0])),
                new PageAnswer.TooLarge(1),
                new PageAnswer.Failed("timeout"),
                new PageAnswer.NotSent()));
    FetchPage pages = new CountedPages((_, _, _, _) -> answers.remove(), metrics);

    while (!answers.isEmpty()) {
      pages.fetch(PAGE, Validators.NONE, "agent", new AtOnce());
    }

    assertThat(counted("fetches", "site.example", "200")).isEqualTo(2);
    assertThat(counted("fetches", "site.example", "too-large")).isEqualTo(1);
    assertThat(counted("fetches", "site.example", "failed")).isEqualTo(1);
    assertThat(counted("fetches", "site.example", "not-sent")).isEqualTo(1);
  }

  @Test
  void countsTurnsAndPauses() {
    Ticket ticket = new Ticket("fsbo", PACE, "1");
    Told told = new Told();
    told.grants.add(new Grant.Granted(ticket, Instant.EPOCH, Instant.EPOCH));
    told.grants.add(new Grant.Wait(Duration.ofSeconds(1)));
    told.grants.add(new Grant.Shut(Duration.ofSeconds(1)));
    FetchLimiter limiter = new CountedTurns(told, metrics);

    limiter.ask("fsbo", PACE);
    limiter.ask("fsbo", PACE);
    limiter.ask("fsbo", PACE);
    limiter.sent(ticket);
    assertThat(limiter.keeps(ticket)).isTrue();
    limiter.ended(ticket, new Ending.Throttled(Optional.empty()));
    limiter.ended(ticket, new Ending.NotSent());
    limiter.ended(ticket, new Ending.Failed());
    limiter.judged("fsbo", PageWorth.NONE);
    limiter.turnedAway("fsbo");

    assertThat(List.of("granted", "wait", "shut", "pause", "missed"))
        .allMatch(outcome -> counted("turns", "fsbo", outcome) == 1);
    assertThat(told.told)
        .containsExactly("sent", "keeps", "ended", "ended", "ended", "judged", "turned away");
  }

  @Test
  void countsSitesThatAreGivenUp() {
    LoggedBreakers breakers = new LoggedBreakers(metrics);

    breakers.opened("fsbo", Breaker.Cause.EMPTY_PAGES, Instant.EPOCH);
    breakers.closed("fsbo");

    assertThat(counted("breakers", "all", "opened")).isEqualTo(1);
    assertThat(counted("breakers", "fsbo", "empty-pages")).isEqualTo(1);
    assertThat(counted("breakers", "fsbo", "closed")).isEqualTo(1);
  }

  /// Says what it was told to, and keeps what it is told.
  private static final class Told implements FetchLimiter {

    private final Deque<Grant> grants = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();

    @Override
    public Grant ask(String site, Pace pace) {
      return grants.remove();
    }

    @Override
    public void sent(Ticket ticket) {
      told.add("sent");
    }

    @Override
    public boolean keeps(Ticket ticket) {
      told.add("keeps");
      return true;
    }

    @Override
    public Duration ended(Ticket ticket, Ending ending) {
      told.add("ended");
      return Duration.ZERO;
    }

    @Override
    public void judged(String site, PageWorth worth) {
      told.add("judged");
    }

    @Override
    public void turnedAway(String site) {
      told.add("turned away");
    }
  }

  private double counted(String name, String of, String outcome) {
    return context
        .getBean(MeterRegistry.class)
        .get(name)
        .tags("of", of, "outcome", outcome)
        .counter()
        .count();
  }
}
