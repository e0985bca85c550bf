package com.aiqleads.acquisition.scorelead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.validation.InMemoryValidationCache;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.ai.Allowance;
import com.aiqleads.ai.FakeModelServer;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposedWordingTest {

  private static final String PRICE = "aiqleads-test-marketplace-price-lead";
  private static final String LINEAGE = "aiqleads-test-acquisition-keep-lineage";

  private final FakeModelServer server = FakeModelServer.start();
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "score-lead",
          queues,
          Map.of(
              "aiqleads.proposals",
              "wording",
              "aiqleads.routes",
              "LeadScored=marketplace-price-lead;ValueProposed=acquisition-keep-lineage"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final LeadResolved resolved = examples.of(LeadResolved.class);
  private final String title = resolved.lead().listing().title();

  @BeforeEach
  void askTheFake() {
    context.registerSingleton(
        Secrets.class, new FixedSecrets(Map.of("language-model", server.secret())));
    context.registerSingleton(Allowance.class, (Allowance) () -> true);
    context.registerSingleton(ValidationCache.class, new InMemoryValidationCache());
  }

  @AfterEach
  void close() {
    context.close();
    server.close();
  }

  @Test
  void tellsWhatAModelProposesAndChangesNothingOfTheLead() {
    server.says(
        "{\"title\":\"%s\",\"description\":\"A palace of 12 rooms.\"}"
            .formatted(title.toUpperCase(Locale.ROOT)));

    handle("a");

    LeadScored scored = examples.in(queues.bodiesSentTo(PRICE).getFirst(), LeadScored.class);
    assertThat(scored.lead()).isEqualTo(resolved.lead());
    assertThat(proposals())
        .extracting(ValueProposed::field, proposal -> proposal.verdict().code())
        .containsExactly(tuple("title", "confirmed"), tuple("description", "invented"));
    assertThat(proposals())
        .allMatch(proposal -> proposal.listingId().equals(resolved.lead().listingId()));
  }

  @Test
  void asksOnceForEachText() {
    server.says("{\"title\":\"Another\",\"description\":\"\"}");

    handle("a");
    handle("b");

    assertThat(server.asked()).hasSize(1);
    assertThat(proposals()).hasSize(1);
    assertThat(queues.bodiesSentTo(PRICE)).hasSize(2);
  }

  @Test
  void aModelThatIsAwayHoldsUpNoLead() {
    server.close();

    handle("a");

    assertThat(queues.bodiesSentTo(PRICE)).hasSize(1);
    assertThat(queues.bodiesSentTo(LINEAGE)).isEmpty();
  }

  private List<ValueProposed> proposals() {
    return queues.bodiesSentTo(LINEAGE).stream()
        .map(body -> examples.in(body, ValueProposed.class))
        .toList();
  }

  private void handle(String seed) {
    assertThat(
            new ScoreLeadHandler(context)
                .handleRequest(
                    TestEvents.batch(
                        new TestEvents(context.getBean(ObjectMapper.class))
                            .message(seed, resolved)),
                    new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }
}
