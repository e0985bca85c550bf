package com.aiqleads.marketplace.fillstandingorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.LeadOpened;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.InMemoryStandingIndex;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingIndex;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FillStandingOrdersHandlerTest {
  private static final String INDEX = "aiqleads-test-marketplace-index-leads";
  private static final String MAIL = "aiqleads-test-platform-send-mail";
  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(60));
  private static final TeamId OURS = StandingFixtures.team("ours");
  private static final Instant END = Instant.parse("2090-01-01T00:00:00Z");

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final FakeQueues queues = new FakeQueues();
  private final InMemoryStandingIndex index = new InMemoryStandingIndex();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "fill-standing-orders",
          queues,
          Map.of(
              "aiqleads.routes",
              "AvailabilityChanged=marketplace-index-leads;"
                  + "DeliveryFellDue=marketplace-deliver-lead;"
                  + "StandingOrdersReported=platform-send-mail"));
  private final ObjectMapper json = context.getBean(ObjectMapper.class);
  private final LeadPublished published = example("LeadPublished", LeadPublished.class);
  private final Database database = new Database(postgres.dataSource());

  @BeforeEach
  void fill() {
    postgres.clear();
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.registerSingleton(StandingIndex.class, index);
    context.getBean(Offers.class).store(offer(), Standing.ON_SALE);
    context
        .getBean(Wallets.class)
        .grant(
            OURS,
            new Grant(
                new TransferId(Ids.derived("transfer", "gift")),
                Grant.Kind.GIFT,
                Money.usd(1_000_00),
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "for a test"));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void buysALeadThatComesOnSaleOnceHoweverOftenItIsTold() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));

    assertThat(handle("a", published)).isEmpty();
    assertThat(handle("a", published)).isEmpty();
    assertThat(handle("b", published)).isEmpty();

    assertThat(bought()).isEqualTo(1);
    assertThat(queues.bodiesSentTo(MAIL))
        .singleElement()
        .asString()
        .contains("\"bought\":true", "\"channel\":\"instant\"", published.lead().leadId().text());
    AllocationId id = allocation();
    Allocations.Kept kept = context.getBean(Allocations.class).kept(id).orElseThrow();
    assertThat(AllocationText.replay(kept.input(), kept.answers())).isEqualTo(kept.result());
  }

  @Test
  void buysWhenAPriceCrossesTheLimit() {
    long price = price();
    order("ours", StandingFixtures.buying(Money.usd(price - 1)));
    handle("a", published);
    assertThat(bought()).isZero();
    database.update("update offers set price = price - 1, revision = 1", _ -> {});

    handle("b", repriced());

    assertThat(bought()).isEqualTo(1);
  }

  @Test
  void triesOnceMoreWhenALeadOpensToThoseWhoCameTooEarly() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));
    LeadOpened opened = new LeadOpened(published.lead().leadId(), Instant.now());
    database.update("update early_access set time = '30 minutes'", _ -> {});
    handle("a", published);
    handle("b", opened);
    assertThat(bought()).isZero();
    database.update("update offers set published_at = published_at - interval '1 hour'", _ -> {});

    assertThat(handle("c", opened)).isEmpty();
    assertThat(handle("c", opened)).isEmpty();
    assertThat(handle("d", opened)).isEmpty();

    database.update("update early_access set time = '0'", _ -> {});
    assertThat(bought()).isEqualTo(1);
    assertThat(queues.bodiesSentTo(MAIL)).singleElement().asString().contains("\"bought\":true");
  }

  @Test
  void saysWhenALeadIsFull() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));
    database.update("delete from slots where slot_no > 1", _ -> {});

    handle("a", published);

    assertThat(queues.bodiesSentTo(INDEX)).hasSize(1);
  }

  @Test
  void letsALeadWaitWhileTheIndexIsAway() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));
    index.goDown();

    assertThat(handle("a", published)).hasSize(1);
    assertThat(bought()).isZero();

    index.comeBack();
    assertThat(handle("a", published)).isEmpty();
    assertThat(bought()).isEqualTo(1);
  }

  @Test
  void asksNoIndexWhileNobodyHasAStandingOrder() {
    index.goDown();

    assertThat(handle("a", published)).isEmpty();

    assertThat(context.getBean(Allocations.class).kept(allocation())).isPresent();
  }

  @Test
  void isDoneTogetherWithWhatNobodyWantsOfABatch() {
    for (int number = 1; number <= 3; number++) {
      Offer offer = OfferFixtures.anOffer(OfferFixtures.aLead(number, 1));
      context.getBean(Offers.class).store(offer, Standing.ON_SALE);
    }
    SQSMessage[] messages =
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> new LeadOpened(OfferFixtures.leadId(number), Instant.now()))
            .map(opened -> new TestEvents(json).message(opened.leadId().text(), opened))
            .toArray(SQSMessage[]::new);

    assertThat(
            new FillStandingOrdersHandler(context)
                .handleRequest(TestEvents.batch(messages), INVOCATION)
                .getBatchItemFailures())
        .isEmpty();

    assertThat(
            database.query(
                "select count(*), count(distinct begun_at) from allocations"
                    + " where finished_at = begun_at",
                Parameters.of(),
                row -> List.of(row.getInt(1), row.getInt(2))))
        .containsExactly(List.of(3, 1));
  }

  @Test
  void fillsAnIndexThatIsGone() {
    order("ours", StandingFixtures.buying(Money.usd(1)));
    handle("a", published);
    index.vanish();
    order("theirs", StandingFixtures.buying(Money.usd(100_00)));
    database.update("update offers set revision = 1", _ -> {});

    assertThat(handle("b", repriced())).isEmpty();

    assertThat(bought()).isEqualTo(1);
  }

  @Test
  void buysForAllWhenTheIndexRefusesOneOfThem() {
    order("refused", StandingFixtures.buying(Money.usd(100_00)));
    index.refuse(StandingFixtures.id("refused"));
    order("told", StandingFixtures.alerting(Channel.INSTANT));

    assertThat(handle("a", published)).isEmpty();

    assertThat(bought()).isEqualTo(1);
    assertThat(queues.bodiesSentTo(MAIL))
        .singleElement()
        .asString()
        .contains("\"bought\":true", "\"bought\":false");
    // Taken once it says something else.
    assertThat(context.getBean(Allocations.class).unindexed(9)).isEmpty();
    database.update("update standing_orders set version = 2", _ -> {});
    database.update(
        """
        insert into standing_terms select standing_order_id, 2, changed_at, 'PAUSED', name,
          search_names, search_texts, act, exclusive, limit_amount, cap_spans, cap_leads,
          cap_amounts, channel, valid_until from standing_terms
        """,
        _ -> {});
    assertThat(context.getBean(Allocations.class).refused()).isEmpty();
    assertThat(context.getBean(Allocations.class).unindexed(9)).hasSize(2);
  }

  @Test
  void goesOnWhenItDiedAfterThePurchase() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));
    new Database(postgres.administrator())
        .update(
            """
            create or replace function marketplace.break_finish() returns trigger
            language plpgsql as $$ begin raise exception 'broken'; end $$;
            create trigger broken before update of result on marketplace.allocations
              for each row execute function marketplace.break_finish()
            """,
            _ -> {});

    assertThat(handle("a", published)).hasSize(1);
    assertThat(bought()).isEqualTo(1);
    assertThat(queues.bodiesSentTo(MAIL)).isEmpty();
    new Database(postgres.administrator())
        .update("drop trigger broken on marketplace.allocations", _ -> {});

    assertThat(handle("a", published)).isEmpty();
    assertThat(bought()).isEqualTo(1);
    assertThat(queues.bodiesSentTo(MAIL)).hasSize(1);
  }

  @Test
  void goesOnWhenItDiedBeforeThePurchase() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));
    new Database(postgres.administrator())
        .update(
            """
            create or replace function marketplace.break_try() returns trigger
            language plpgsql as $$ begin raise exception 'broken'; end $$;
            create trigger broken before insert on marketplace.allocation_tries
              for each row execute function marketplace.break_try()
            """,
            _ -> {});

    assertThat(handle("a", published)).hasSize(1);
    assertThat(bought()).isZero();
    new Database(postgres.administrator())
        .update("drop trigger broken on marketplace.allocation_tries", _ -> {});

    assertThat(handle("a", published)).isEmpty();
    assertThat(bought()).isEqualTo(1);
  }

  @Test
  void tellsOfALeadAndBuysNothing() {
    order("ours", StandingFixtures.alerting(Channel.INSTANT));
    order("daily", StandingFixtures.alerting(Channel.DAILY));

    handle("a", published);

    assertThat(bought()).isZero();
    assertThat(queues.bodiesSentTo(MAIL))
        .singleElement()
        .asString()
        .contains("\"bought\":false")
        .doesNotContain("phone", "street");
  }

  @Test
  void doesNothingForWhatIsNotOnSale() {
    order("ours", StandingFixtures.buying(Money.usd(100_00)));
    database.update("update offers set standing = 'WITHDRAWN'", _ -> {});

    assertThat(handle("a", published)).isEmpty();

    assertThat(bought()).isZero();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (FillStandingOrdersHandler handler = new FillStandingOrdersHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void order(String name, Terms terms) {
    context.getBean(StandingOrders.class).add(StandingFixtures.order(name, OURS, terms));
  }

  private Offer offer() {
    return new Offer(
        FromEvents.lead(published.lead()),
        OfferFixtures.aContact(),
        FromEvents.score(published.quality()),
        FromEvents.score(published.quality()),
        OfferFixtures.anOffer(OfferFixtures.aLead()).price(),
        OfferFixtures.aJourney(1));
  }

  private LeadRepriced repriced() {
    LeadRepriced example = example("LeadRepriced", LeadRepriced.class);
    LeadId lead = published.lead().leadId();
    return new LeadRepriced(
        Offer.idOf(lead),
        lead,
        published.lead().version(),
        1,
        example.price(),
        example.before(),
        example.facts(),
        example.repricedAt());
  }

  private int bought() {
    return context.getBean(Orders.class).of(OURS, END, 99).size();
  }

  private long price() {
    return database.query("select price from offers", _ -> {}, row -> row.getLong(1)).getFirst();
  }

  private AllocationId allocation() {
    return database
        .query(
            "select allocation_id from allocations",
            _ -> {},
            row -> new AllocationId(row.getObject(1, UUID.class)))
        .getFirst();
  }

  private List<BatchItemFailure> handle(String id, Event event) {
    return new FillStandingOrdersHandler(context)
        .handleRequest(TestEvents.batch(new TestEvents(json).message(id, event)), INVOCATION)
        .getBatchItemFailures();
  }

  private <T> T example(String name, Class<T> type) {
    try (InputStream example = LeadPublished.class.getResourceAsStream(name + "/v1.example.json")) {
      return Objects.requireNonNull(json.readValue(Objects.requireNonNull(example), type));
    } catch (IOException e) {
      throw new IllegalStateException("no example of " + name, e);
    }
  }
}
