package com.aiqleads.marketplace.parkstandingorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.platform.MemberLeft;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParkStandingOrdersHandlerTest {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId OURS = StandingFixtures.team("ours");

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final StandingOrder order =
      StandingFixtures.order("buying", OURS, StandingFixtures.buying(Money.usd(34_00)));
  private final ApplicationContext context =
      TestFunction.start("marketplace", "park-standing-orders", new FakeQueues(), Map.of());
  private final Database database = new Database(postgres.dataSource());
  private final Database administrator = new Database(postgres.administrator());

  @BeforeEach
  void make() {
    postgres.clear();
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.getBean(StandingOrders.class).add(order);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void parksOnceHoweverOftenItHears() {
    assertThat(left("a", order.owner())).isEmpty();
    assertThat(left("a", order.owner())).isEmpty();
    assertThat(left("b", order.owner())).isEmpty();

    assertThat(context.getBean(ParkedOrders.class).of(OURS)).containsExactly(order.id());
    assertThat(found().state()).isEqualTo(State.PAUSED);
    assertThat(found().version()).isEqualTo(2);
  }

  /// The order that was taken over before is another's.
  @Test
  void leavesWhatSomebodyHasTakenOverWhenItHearsLate() {
    UserId heir = StandingFixtures.owner("heir");
    context.getBean(StandingOrders.class).replace(order.takenOver(heir));

    assertThat(left("a", order.owner())).isEmpty();

    assertThat(found().state()).isEqualTo(State.ACTIVE);
  }

  /// Who has left and come back goes on.
  @Test
  void leavesWhatWasChangedSinceWhenItHearsLate() {
    assertThat(left("a", order.owner(), StandingFixtures.MADE_AT)).isEmpty();

    assertThat(found()).isEqualTo(order);
  }

  /// All of it is one transaction with the inbox: it is told again.
  @Test
  void parksNothingThatCannotBeWrittenDownWhole() {
    administrator.update(
        "alter table marketplace.parked_orders add constraint full_up check (false)", _ -> {});
    try {
      assertThat(left("a", order.owner())).hasSize(1);
      assertThat(found().state()).isEqualTo(State.ACTIVE);
    } finally {
      administrator.update(
          "alter table marketplace.parked_orders drop constraint full_up", _ -> {});
    }

    assertThat(left("a", order.owner())).isEmpty();
    assertThat(found().state()).isEqualTo(State.PAUSED);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ParkStandingOrdersHandler handler = new ParkStandingOrdersHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private StandingOrder found() {
    return context.getBean(StandingOrders.class).find(OURS, order.id()).orElseThrow();
  }

  private List<BatchItemFailure> left(String id, UserId user) {
    return left(id, user, Instant.now());
  }

  private List<BatchItemFailure> left(String id, UserId user, Instant at) {
    TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
    MemberLeft event = new MemberLeft(OURS, user, at);
    return new ParkStandingOrdersHandler(context)
        .handleRequest(TestEvents.batch(events.message(id, event)), INVOCATION)
        .getBatchItemFailures();
  }
}
