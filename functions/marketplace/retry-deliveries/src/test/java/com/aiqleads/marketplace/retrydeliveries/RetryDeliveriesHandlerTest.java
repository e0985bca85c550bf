package com.aiqleads.marketplace.retrydeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetryDeliveriesHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final String QUEUE = "aiqleads-test-marketplace-deliver-lead";
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final EndpointId ENDPOINT = new EndpointId(Ids.derived("endpoint"));

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "retry-deliveries",
          queues,
          Map.of("aiqleads.routes", "DeliveryFellDue=marketplace-deliver-lead"),
          new Database(postgres.dataSource()),
          new FieldCipher(List.of(new byte[32])));

  @BeforeEach
  void addAnAddress() {
    postgres.clear();
    context
        .getBean(Endpoints.class)
        .add(
            TEAM,
            ENDPOINT,
            new Destination.Webhook(URI.create("https://crm.example/"), SigningSecret.fresh()));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void callsForEachThatIsDueOnce() {
    send(250);

    run(Duration.ofSeconds(50));
    run(Duration.ofSeconds(50));

    assertThat(queues.bodiesSentTo(QUEUE)).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsShort() {
    send(250);

    run(Duration.ofSeconds(5));

    assertThat(queues.bodiesSentTo(QUEUE)).hasSize(100);
  }

  @Test
  void failsIfNobodyCanBeCalled() {
    send(1);
    queues.goDown(QUEUE);

    assertThatThrownBy(() -> run(Duration.ofSeconds(50))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (RetryDeliveriesHandler handler = new RetryDeliveriesHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void send(int tests) {
    Deliveries deliveries = context.getBean(Deliveries.class);
    IntStream.range(0, tests)
        .forEach(
            number ->
                deliveries.test(
                    TEAM, ENDPOINT, new DeliveryId(Ids.derived("test", String.valueOf(number)))));
  }

  private void run(Duration time) {
    new RetryDeliveriesHandler(context)
        .handleRequest(
            new ScheduledRun("marketplace-retry-deliveries", Instant.EPOCH),
            new FakeInvocation(time));
  }
}
