package com.aiqleads.acquisition.resolvelead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResolveLeadHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final String SCORE = "aiqleads-test-acquisition-score-lead";
  private static final String KEY = "A".repeat(43) + "=";

  private record FixedSecrets(Map<String, String> texts) implements Secrets {

    @Override
    public String text(String name) {
      return Objects.requireNonNull(texts.get(name), name);
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "resolve-lead",
          queues,
          Map.of("aiqleads.routes", "LeadResolved=acquisition-score-lead"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
  private final LeadValidated valid = examples.of(LeadValidated.class);

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    String database =
        """
        {"host":"%s","port":%d,"database":"%s","username":"%s","password":"%s"}
        """
            .formatted(
                postgres.host(),
                postgres.port(),
                postgres.databaseName(),
                postgres.username(),
                postgres.password());
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(Map.of("database", database, "contact-key", KEY, "match-key", KEY)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ResolveLeadHandler deployed = new ResolveLeadHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void emitsANewLead() {
    assertThat(failures(message("a", valid))).isEmpty();

    LeadResolved resolved = resolved().getFirst();
    assertThat(resolved.merged()).isFalse();
    assertThat(resolved.lead().version()).isEqualTo(1);
    assertThat(resolved.lead().listingId()).isEqualTo(valid.listingId());
    assertThat(resolved.lead().listing()).isEqualTo(valid.listing());
    assertThat(resolved.lead().sources()).containsExactly("fsbo");
    assertThat(resolved.contact()).isEqualTo(valid.contact());
  }

  @Test
  void mergesTheSameHomeOfTheOtherSite() {
    failures(message("a", valid), message("b", onTheOtherSite()));

    assertThat(resolved()).extracting(LeadResolved::merged).containsExactly(false, true);
    assertThat(resolved())
        .extracting(LeadResolved::listingId)
        .containsExactly(valid.listingId(), onTheOtherSite().listingId());
    assertThat(resolved())
        .extracting(one -> one.lead().leadId())
        .containsOnly(resolved().getFirst().lead().leadId());
    assertThat(resolved().getLast().lead().version()).isEqualTo(2);
    assertThat(resolved().getLast().lead().listings()).isEqualTo(2);
  }

  @Test
  void theSameEventTwiceHappensOnce() {
    failures(message("a", valid));
    failures(message("a", valid), message("a", valid));

    assertThat(resolved()).hasSize(1);
  }

  @Test
  void saysNothingWhenNothingChanged() {
    failures(message("a", valid));
    failures(message("b", seen(Money.usd(649_000_00), observed().plusSeconds(60))));

    assertThat(resolved()).hasSize(1);
  }

  @Test
  void anOlderObservationThatComesLateIsIgnored() {
    failures(message("a", seen(Money.usd(600_000_00), observed().plusSeconds(60))));
    failures(message("b", valid));

    assertThat(resolved())
        .extracting(one -> one.lead().listing().price())
        .containsExactly(Money.usd(600_000_00));
  }

  @Test
  void aNewPriceIsANewVersion() {
    failures(message("a", valid));
    failures(message("b", seen(Money.usd(600_000_00), observed().plusSeconds(60))));

    assertThat(resolved()).extracting(one -> one.lead().version()).containsExactly(1L, 2L);
    assertThat(resolved()).extracting(LeadResolved::merged).containsExactly(false, false);
  }

  @Test
  void keepsNothingWhenTheStoreFailsAfterTheDecision() {
    Database administrator = new Database(postgres.administrator());
    administrator.update("alter table acquisition.outbox rename to away", _ -> {});
    try {
      assertThat(failures(message("a", valid))).containsExactly("message-a");
    } finally {
      administrator.update("alter table acquisition.away rename to outbox", _ -> {});
    }
    assertThat(administrator.query("select 1 from acquisition.leads", _ -> {}, _ -> 1)).isEmpty();

    assertThat(failures(message("a", valid))).isEmpty();
    assertThat(resolved()).hasSize(1);
  }

  private List<String> failures(SQSMessage... messages) {
    return new ResolveLeadHandler(context)
            .handleRequest(TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
            .getBatchItemFailures()
            .stream()
            .map(failure -> failure.getItemIdentifier())
            .toList();
  }

  private SQSMessage message(String seed, LeadValidated event) {
    return events.message(seed, event);
  }

  private List<LeadResolved> resolved() {
    return queues.bodiesSentTo(SCORE).stream()
        .map(body -> examples.in(body, LeadResolved.class))
        .toList();
  }

  private Instant observed() {
    return valid.listing().observedAt();
  }

  private LeadValidated seen(Money price, Instant observedAt) {
    ListingFacts facts = valid.listing();
    return with(facts.source(), facts.sourceListingId(), price, observedAt);
  }

  private LeadValidated onTheOtherSite() {
    return with("forsalebyowner", "24300007", Money.usd(645_000_00), observed());
  }

  private LeadValidated with(
      String source, String sourceListingId, Money price, Instant observedAt) {
    ListingFacts facts = valid.listing();
    return new LeadValidated(
        Listing.idOf(Source.find(source).orElseThrow(), sourceListingId),
        valid.pageId(),
        valid.market(),
        new ListingFacts(
            source,
            sourceListingId,
            facts.url(),
            facts.title(),
            facts.description(),
            price,
            facts.property(),
            facts.listedOn(),
            facts.photoUrls(),
            facts.mlsNumber(),
            observedAt),
        valid.address(),
        valid.location(),
        valid.contact());
  }
}
