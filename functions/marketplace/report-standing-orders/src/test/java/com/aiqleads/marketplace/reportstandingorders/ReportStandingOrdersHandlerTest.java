package com.aiqleads.marketplace.reportstandingorders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportStandingOrdersHandlerTest {
  private static final String MAIL = "aiqleads-test-platform-send-mail";
  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId OURS = StandingFixtures.team("ours");

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "report-standing-orders",
          queues,
          Map.of("aiqleads.routes", "StandingOrdersReported=platform-send-mail"));
  private final Database database = new Database(postgres.dataSource());

  @BeforeEach
  void fill() {
    postgres.clear();
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    found(1, Channel.DAILY);
    found(2, Channel.WEEKLY);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void tellsOnceWhatIsOlderThanTheMorning() {
    run();
    assertThat(queues.bodiesSentTo(MAIL)).isEmpty();
    database.update("update standing_results set at = at - interval '8 days'", _ -> {});

    run();
    run();

    assertThat(queues.bodiesSentTo(MAIL))
        .hasSize(2)
        .anySatisfy(body -> assertThat(body).contains("\"channel\":\"daily\""))
        .anySatisfy(body -> assertThat(body).contains("\"channel\":\"weekly\""));
  }

  @Test
  void tellsAgainWhatCouldNotBeWrittenDown() {
    database.update("update standing_results set at = at - interval '8 days'", _ -> {});
    Database administrator = new Database(postgres.administrator());
    administrator.update(
        """
        create or replace function marketplace.break_outbox() returns trigger
        language plpgsql as $$ begin raise exception 'broken'; end $$;
        create trigger broken before insert on marketplace.outbox
          for each row execute function marketplace.break_outbox()
        """,
        _ -> {});

    assertThatThrownBy(this::run).isInstanceOf(RuntimeException.class);
    administrator.update("drop trigger broken on marketplace.outbox", _ -> {});
    run();

    assertThat(queues.bodiesSentTo(MAIL)).hasSize(2);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ReportStandingOrdersHandler handler = new ReportStandingOrdersHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void found(int number, Channel channel) {
    StandingOrder order =
        StandingFixtures.order(channel.text(), OURS, StandingFixtures.alerting(channel));
    context.getBean(StandingOrders.class).add(order);
    var offer = OfferFixtures.anOffer(OfferFixtures.aLead(number, 1));
    context.getBean(Offers.class).store(offer, Standing.ON_SALE);
    Allocations allocations = context.getBean(Allocations.class);
    allocations.finish(
        allocations.begin(
            allocations.arrival(offer.lead().id()).orElseThrow(), List.of(order.id())),
        Map.of());
  }

  private void run() {
    new ReportStandingOrdersHandler(context)
        .handleRequest(
            new ScheduledRun("marketplace-report-standing-orders", Instant.EPOCH), INVOCATION);
  }
}
