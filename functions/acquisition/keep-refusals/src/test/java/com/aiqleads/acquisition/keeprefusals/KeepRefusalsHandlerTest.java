package com.aiqleads.acquisition.keeprefusals;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.refusals.RefusalCount;
import com.aiqleads.acquisition.refusals.Refusals;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeepRefusalsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private final ApplicationContext context =
      TestFunction.start("acquisition", "keep-refusals", new FakeQueues(), Map.of());
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    context.registerSingleton(
        Secrets.class, new FixedSecrets(Map.of("database", postgres.secret())));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (KeepRefusalsHandler deployed = new KeepRefusalsHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void countsPagesAndLeadsByReason() {
    handle(
        events.message("a", examples.of(PageRejected.class)),
        events.message("b", examples.of(LeadRejected.class)));

    assertThat(counts())
        .containsExactlyInAnyOrder(
            new RefusalCount("fsbo", "parse-page", "gone", 1),
            new RefusalCount("fsbo", "validate-lead", "no_contact", 1));
  }

  @Test
  void theSameRefusalTwiceCountsOnce() {
    SQSMessage refusal = events.message("a", examples.of(LeadRejected.class));

    handle(refusal);
    handle(refusal, events.message("resent", examples.of(LeadRejected.class)));

    assertThat(counts()).extracting(RefusalCount::refusals).containsExactly(1L);
  }

  private void handle(SQSMessage... messages) {
    assertThat(
            new KeepRefusalsHandler(context)
                .handleRequest(
                    TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }

  private List<RefusalCount> counts() {
    return context.getBean(Refusals.class).counts();
  }
}
