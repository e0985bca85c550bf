package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("demo");

  private static final String TOLD = "aiqleads-test-demo-tell";
  private static final CorrelationId JOURNEY = new CorrelationId(Ids.derived("journey"));

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "demo",
          "order-things",
          queues,
          Map.of("aiqleads.routes", "Ordered=demo-tell"),
          TestSecrets.of(POSTGRES));
  private final Outbox outbox = context.getBean(Outbox.class);
  private final Database database = context.getBean(Database.class);

  @Serdeable
  record Ordered(int number) implements Event {}

  @BeforeEach
  void clear() {
    POSTGRES.clear();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void sendsAfterTheCommit() {
    int result =
        outbox.inTransaction(
            JOURNEY,
            publisher -> {
              publisher.publish(new Ordered(1));
              publisher.publish(new Ordered(2));
              assertThat(queues.sentTo(TOLD)).isEmpty();
              return 7;
            });

    assertThat(result).isEqualTo(7);
    assertThat(queues.bodiesSentTo(TOLD))
        .hasSize(2)
        .allMatch(body -> body.contains(JOURNEY.text()));
    assertThat(unsent()).isZero();
  }

  @Test
  void sendsNothingWhenTheWorkFails() {
    assertThatThrownBy(
            () ->
                outbox.inTransaction(
                    JOURNEY,
                    publisher -> {
                      publisher.publish(new Ordered(1));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(queues.bodiesSentTo(TOLD)).isEmpty();
    assertThat(unsent()).isZero();
  }

  @Test
  void keepsWhatCannotBeSent() {
    queues.goDown(TOLD);

    outbox.inTransaction(
        JOURNEY,
        publisher -> {
          publisher.publish(new Ordered(1));
          return 0;
        });

    assertThat(unsent()).isEqualTo(1);
  }

  @Test
  void refusesToSendInsideAnotherTransaction() {
    assertThatThrownBy(
            () -> database.inTransaction(() -> outbox.inTransaction(JOURNEY, publisher -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outer transaction");
  }

  private long unsent() {
    return database
        .queryOne(
            "select count(*) from outbox where sent_at is null",
            statement -> {},
            row -> row.getLong(1))
        .orElseThrow();
  }
}
