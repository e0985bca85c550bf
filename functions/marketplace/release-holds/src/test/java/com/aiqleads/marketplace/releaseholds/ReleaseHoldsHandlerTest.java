package com.aiqleads.marketplace.releaseholds;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
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
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Waits;
import com.aiqleads.marketplace.holds.Wishes;
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

class ReleaseHoldsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));

  private static final String STANDING = "aiqleads-test-marketplace-fill-standing-orders";

  private final Database database = new Database(postgres.dataSource());
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "release-holds",
          queues,
          Map.of(
              "aiqleads.routes",
              "AvailabilityChanged=marketplace-index-leads;SlotOffered=platform-listener;"
                  + "LeadOpened=marketplace-fill-standing-orders"));

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void writesDownWhatHasEnded() {
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead()), Standing.ON_SALE);
    context.getBean(Holds.class).hold(TEAM, Wishes.of(OfferFixtures.leadId(1), SaleMode.SHARED));

    run();
    assertThat(states()).containsExactly("ACTIVE");

    database.update(
        "update holds set held_at = held_at - interval '1 hour',"
            + " hold_until = hold_until - interval '1 hour'",
        _ -> {});
    run();
    run();
    assertThat(states()).containsExactly("EXPIRED");
  }

  @Test
  void offersWhatHasEndedToWhoeverWaitsOnce() {
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead()), Standing.ON_SALE);
    Holds holds = context.getBean(Holds.class);
    for (String name : List.of("a", "b", "c")) {
      TeamId team = new TeamId(Ids.derived("team", name));
      holds.hold(team, Wishes.of(OfferFixtures.leadId(1), SaleMode.SHARED));
    }
    context.getBean(Waits.class).join(TEAM, OfferFixtures.leadId(1));
    run();
    assertThat(holds.cart(TEAM)).isEmpty();
    database.update(
        "update holds set held_at = held_at - interval '1 hour',"
            + " hold_until = hold_until - interval '1 hour'",
        _ -> {});
    database.update("update slots set hold_until = hold_until - interval '1 hour'", _ -> {});

    run();
    run();

    assertThat(holds.cart(TEAM)).hasSize(1);
    assertThat(queues.bodiesSentTo("aiqleads-test-platform-listener"))
        .singleElement()
        .satisfies(body -> assertThat(body).contains("SlotOffered", TEAM.text()));
    assertThat(states()).containsExactlyInAnyOrder("EXPIRED", "EXPIRED", "EXPIRED", "ACTIVE");
  }

  @Test
  void tellsThatALeadCanBeHeldAgainOnce() {
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead()), Standing.ON_SALE);
    context.getBean(Holds.class).hold(TEAM, Wishes.of(OfferFixtures.leadId(1), SaleMode.EXCLUSIVE));
    database.update(
        "insert into availability (lead_id, change, full_until)"
            + " select lead_id, 7, hold_until - interval '1 hour' from holds",
        _ -> {});
    database.update(
        "update holds set held_at = held_at - interval '1 hour',"
            + " hold_until = hold_until - interval '1 hour'",
        _ -> {});
    database.update("update slots set hold_until = hold_until - interval '1 hour'", _ -> {});

    run();
    run();

    assertThat(queues.bodiesSentTo("aiqleads-test-marketplace-index-leads"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains("\"change\":8", "\"fullUntil\":\"1970-01-01T00:00:00Z\""));
  }

  @Test
  void tellsOnceThatALeadHasOpenedToThoseWhoCameTooEarly() {
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead()), Standing.ON_SALE);
    database.update(
        """
        insert into allocations (allocation_id, lead_id, version, revision, begun_at, finished_at,
          input, result, words, city, type, beds, price_band, quality_band, sources, price,
          exclusive_price, currency, quality, first_seen, cell, early)
        select gen_random_uuid(), lead_id, version, revision, clock(), clock(), 'rule 2', '', words,
          city, type, beds, price_band, quality_band, sources, price, price * 2, currency, quality,
          first_seen, cell, true
        from offers
        """,
        _ -> {});
    database.update("update offers set published_at = clock() - interval '29 minutes'", _ -> {});
    database.update("update early_access set time = '30 minutes'", _ -> {});
    run();
    assertThat(queues.bodiesSentTo(STANDING)).isEmpty();
    database.update("update offers set published_at = clock() - interval '30 minutes'", _ -> {});

    run();
    run();

    database.update("update early_access set time = '0'", _ -> {});
    assertThat(queues.bodiesSentTo(STANDING))
        .singleElement()
        .satisfies(body -> assertThat(body).contains("LeadOpened", OfferFixtures.leadId(1).text()));
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ReleaseHoldsHandler handler = new ReleaseHoldsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void run() {
    ScheduledRun run = new ScheduledRun("marketplace-release-holds", Instant.EPOCH);
    assertThat(new ReleaseHoldsHandler(context).handleRequest(run, INVOCATION)).isNull();
  }

  private List<String> states() {
    return database.query("select state from holds", _ -> {}, row -> row.getString(1));
  }
}
