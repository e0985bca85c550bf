package com.aiqleads.marketplace.indexleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.marketplace.search.InMemoryLeadIndex;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.LeadIndex;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexLeadsHandlerTest {
  private final InMemoryLeadIndex index = new InMemoryLeadIndex();
  private final ApplicationContext context =
      TestFunction.start("marketplace", "index-leads", new FakeQueues(), Map.of());
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
  void startsAsDeployed() throws IOException {
    try (IndexLeadsHandler deployed = new IndexLeadsHandler()) {
      var answer =
          deployed.handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)));

      assertThat(answer.getBatchItemFailures()).isEmpty();
    }
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
  void refusesEventsThatAreNotForTheIndex() {
    LeadPriced priced = example("LeadPriced", LeadPriced.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndexLeads(index).index(List.of(priced)))
        .withMessageNotContaining(priced.contact().phones().getFirst().e164());
  }

  @Test
  void handlesASingleEventToo() {
    new IndexLeadsHandler(context).handle(published, event -> {});

    assertThat(index.leads()).hasSize(1);
    assertThat(index.applied()).first().isInstanceOf(IndexChange.Put.class);
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
