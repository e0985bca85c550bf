package com.aiqleads.marketplace.indexleads;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Score;
import com.aiqleads.events.marketplace.AvailabilityChanged;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Outcome;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.search.InMemoryLeadIndex;
import com.aiqleads.marketplace.search.IndexAnswer;
import com.aiqleads.marketplace.search.LeadIndex;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexLeadsHandlerTest {
  private static final String DEAD = "aiqleads-test-marketplace-index-leads-dead";

  private final InMemoryLeadIndex index = new InMemoryLeadIndex();
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start("marketplace", "index-leads", queues, Map.of());
  private final ObjectMapper json = context.getBean(ObjectMapper.class);
  private final LeadPublished published = example("LeadPublished", LeadPublished.class);
  private final LeadWithdrawn withdrawn = example("LeadWithdrawn", LeadWithdrawn.class);

  @BeforeEach
  void putTheIndexInPlace() {
    context.registerSingleton(LeadIndex.class, index);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void followsANewPriceHoweverLateTheOldOneComes() {
    LeadRepriced repriced = example("LeadRepriced", LeadRepriced.class);

    again(message("b", repriced), message("a", published), message("b", repriced));

    assertThat(index.leads())
        .singleElement()
        .extracting(lead -> lead.priceCents())
        .isEqualTo(30_60L);
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (IndexLeadsHandler deployed = new IndexLeadsHandler()) {
      var answer =
          deployed.handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)));

      assertThat(answer.getBatchItemFailures()).isEmpty();
    }
  }

  @Test
  void knowsWhatIsHeldWhateverTheOrderOfEvents() {
    AvailabilityChanged full = example("AvailabilityChanged", AvailabilityChanged.class);
    AvailabilityChanged before = new AvailabilityChanged(full.leadId(), 2, Instant.EPOCH);

    again(message("b", full), message("a", before), message("b", full));

    assertThat(index.availabilities())
        .containsExactly(new Availability(full.leadId(), 3, full.fullUntil()));
  }

  @Test
  void indexesABatchInOneRequest() {
    assertThat(again(message("a", published), message("b", published))).isEmpty();

    assertThat(index.requests()).isEqualTo(1);
    assertThat(index.leads()).hasSize(1);
  }

  @Test
  void removesWhatIsWithdrawn() {
    again(message("a", published));

    again(message("b", withdrawn));

    assertThat(index.leads()).isEmpty();
  }

  @Test
  void keepsOrderOfVersionsWhateverTheOrderOfEvents() {
    again(message("b", withdrawn));

    again(message("a", published));

    assertThat(index.leads()).isEmpty();
  }

  @Test
  void letsTheWholeBatchComeAgainWhenTheIndexDoesNotAnswer() {
    index.goDown();

    assertThat(again(message("a", published), message("b", withdrawn)))
        .containsExactly("message-a", "message-b");
  }

  @Test
  void answersForEachEventOfABatchByItself() {
    index.answer(other(1).leadId(), new IndexAnswer.Refused("400 mapper_parsing_exception"));
    index.answer(other(2).leadId(), new IndexAnswer.Postponed("429 too busy"));

    List<String> again =
        again(
            message("a", other(1)),
            message("b", published),
            message("c", other(2)),
            message("d", unfit()));

    assertThat(again).containsExactly("message-c");
    assertThat(index.leads()).hasSize(1);
    assertThat(queues.sentTo(DEAD))
        .extracting(dead -> FakeQueues.attribute(dead, "reason"))
        .containsExactly(
            "400 mapper_parsing_exception", "it says what cannot be: not a score of 0 to 100: 101");
  }

  @Test
  void asksTheIndexNothingForABatchThatMeansNothing() {
    assertThat(again(message("a", unfit()))).isEmpty();

    assertThat(index.applied()).isEmpty();
    assertThat(queues.sentTo(DEAD)).hasSize(1);
  }

  @Test
  void refusesEventsThatAreNotForTheIndex() {
    LeadPriced priced = example("LeadPriced", LeadPriced.class);

    assertThat(new IndexLeads(index).index(List.of(priced)))
        .singleElement()
        .extracting(outcome -> ((Outcome.Failed) outcome).cause())
        .asInstanceOf(InstanceOfAssertFactories.throwable(IllegalArgumentException.class))
        .hasMessageNotContaining(priced.contact().phones().getFirst().e164());
  }

  private LeadWithdrawn other(int number) {
    return new LeadWithdrawn(
        withdrawn.offerId(),
        OfferFixtures.leadId(number),
        1,
        withdrawn.reasons(),
        withdrawn.withdrawnAt());
  }

  private LeadPublished unfit() {
    return new LeadPublished(
        published.offerId(),
        published.lead(),
        new Score(101, "excellent", List.of(), "rules-2"),
        published.price(),
        published.slots(),
        published.hasPhone(),
        published.hasEmail(),
        published.publishedAt());
  }

  private List<String> again(SQSMessage... messages) {
    return new IndexLeadsHandler(context)
            .handleRequest(TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
            .getBatchItemFailures()
            .stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private SQSMessage message(String seed, Event event) {
    return new TestEvents(json).message(seed, event);
  }

  private <T> T example(String name, Class<T> type) {
    try (InputStream example = type.getResourceAsStream(name + "/v1.example.json")) {
      return json.readValue(example, type);
    } catch (IOException e) {
      throw new IllegalStateException("no example", e);
    }
  }
}
