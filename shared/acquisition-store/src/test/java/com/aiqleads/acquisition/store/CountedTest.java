package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.PageRequest;
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
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountedTest {

  private static final PageRequest PAGE = PageRequest.get(URI.create("https://site.example/a"));

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
                new PageAnswer.Failed("timeout")));
    FetchPage pages = new CountedPages((_, _, _) -> answers.remove(), metrics);

    while (!answers.isEmpty()) {
      pages.fetch(PAGE, Validators.NONE, "agent");
    }

    assertThat(counted("fetches", "site.example", "200")).isEqualTo(2);
    assertThat(counted("fetches", "site.example", "too-large")).isEqualTo(1);
    assertThat(counted("fetches", "site.example", "failed")).isEqualTo(1);
  }

  @Test
  void countsTurnsAndPauses() {
    Deque<Grant> grants =
        new ArrayDeque<>(
            List.of(
                new Grant.Granted(Instant.EPOCH, Instant.EPOCH),
                new Grant.Wait(Duration.ofSeconds(1))));
    FetchLimiter limiter = new CountedTurns(limiter(grants), metrics);

    limiter.ask("fsbo", Duration.ofSeconds(1));
    limiter.ask("fsbo", Duration.ofSeconds(1));
    limiter.holdOff("fsbo", Duration.ofSeconds(1));

    assertThat(counted("turns", "fsbo", "granted")).isEqualTo(1);
    assertThat(counted("turns", "fsbo", "wait")).isEqualTo(1);
    assertThat(counted("turns", "fsbo", "pause")).isEqualTo(1);
  }

  private static FetchLimiter limiter(Deque<Grant> grants) {
    return new FetchLimiter() {
      @Override
      public Grant ask(String site, Duration interval) {
        return grants.remove();
      }

      @Override
      public void holdOff(String site, Duration pause) {}
    };
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
