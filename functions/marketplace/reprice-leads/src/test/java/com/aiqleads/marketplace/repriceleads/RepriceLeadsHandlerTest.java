package com.aiqleads.marketplace.repriceleads;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
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
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Quotes.KeptQuote;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.Shelf;
import com.aiqleads.marketplace.pricing.ViewCounts;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepriceLeadsHandlerTest {
  private static final String INDEX = "aiqleads-test-marketplace-index-leads";

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Instant FIVE_DAYS_LATER = OfferFixtures.SEEN.plus(Duration.ofDays(5));

  private Instant dueAt = FIVE_DAYS_LATER;
  private final FakeQueues queues = new FakeQueues();
  private final FakeViews views = new FakeViews();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "reprice-leads",
          queues,
          Map.of("aiqleads.routes", "LeadRepriced=marketplace-index-leads"));

  private static final class FakeViews implements ViewCounts {
    private long views;

    @Override
    public void seen(TeamId viewer, LeadId lead, Segment segment) {
      views++;
    }

    @Override
    public Map<Segment, Long> views(Collection<Segment> segments) {
      Map<Segment, Long> all = new HashMap<>();
      segments.forEach(segment -> all.put(segment, views));
      return all;
    }
  }

  @BeforeEach
  void fill() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.registerSingleton(ViewCounts.class, views);
    context.registerSingleton(InstantSource.class, InstantSource.fixed(FIVE_DAYS_LATER));
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead()), Standing.ON_SALE);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void aLeadGetsCheaperAsItAgesAStepAtATime() {
    run();
    assertThat(price()).isEqualTo(Money.usd(30_60));
    for (int round = 0; round < 10; round++) {
      run();
    }

    // 24.00 for fsbo, Florida 115 %, five days 65 %, quality 128 %, fraud 95 %, scarce 110 %.
    assertThat(price()).isEqualTo(Money.usd(24_00));
    List<String> said = queues.bodiesSentTo(INDEX);
    assertThat(said)
        .hasSize(4)
        .allSatisfy(body -> assertThat(body).contains("\"event\":\"LeadRepriced\""));
    assertThat(said.getFirst())
        .contains("\"revision\":1", "\"before\":{\"minorUnits\":3400", "\"repricedAt\"");
  }

  @Test
  void aRunThatComesTwiceOrLateMovesNothingTwice() {
    run();
    runAgain();
    assertThat(price()).isEqualTo(Money.usd(30_60));
    run();
    Money price = price();
    assertThat(price).isLessThan(Money.usd(30_60));

    dueAt = dueAt.minus(Duration.ofMinutes(15));
    runAgain();

    assertThat(price()).isEqualTo(price);
    assertThat(queues.bodiesSentTo(INDEX)).hasSize(2);
    assertThat(context.getBean(Quotes.class).history(LEAD, 9)).hasSize(2);
  }

  @Test
  void everyPriceIsComputedAgainFromItsQuote() {
    run();
    run();

    List<KeptQuote> kept = context.getBean(Quotes.class).history(LEAD, 9);
    assertThat(kept)
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(new Pricing(PriceBook.FIRST).quote(one.quote().circumstances()))
                    .isEqualTo(one.quote()));
  }

  @Test
  void followsWhatBuyersLookFor() {
    for (int round = 0; round < 10; round++) {
      run();
    }
    Money quiet = price();

    for (int look = 0; look < 10; look++) {
      views.seen(TEAM, LEAD, new Segment("miami-fl", "house"));
    }
    run();

    // A thousand points for a hundred leads: 120 %, of which a tenth at once.
    assertThat(price()).isEqualTo(quiet.plus(Money.usd(quiet.minorUnits() / 10)));
  }

  @Test
  void goesOnWhereTheLastRunEndedAndComesToAll() {
    Offers offers = context.getBean(Offers.class);
    for (int number = 2; number <= 5; number++) {
      offers.store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)), Standing.ON_SALE);
    }
    Shelf shelf = context.getBean(Shelf.class);
    LeadId third = shelf.page(null, FIVE_DAYS_LATER, 3).getLast().lead();
    LeadId fourth = shelf.page(third, FIVE_DAYS_LATER, 1).getFirst().lead();
    shelf.keepPlace(third);

    run();

    assertThat(queues.bodiesSentTo(INDEX))
        .hasSize(5)
        .first()
        .satisfies(body -> assertThat(body).contains(fourth.text()));
    assertThat(shelf.place()).isPresent();
  }

  @Test
  void aPlaceOfALeadThatIsGoneIsAPlaceAllTheSame() {
    Shelf shelf = context.getBean(Shelf.class);
    shelf.keepPlace(new LeadId(new UUID(-1, -1)));

    run();

    assertThat(price()).isEqualTo(Money.usd(30_60));
  }

  @Test
  void saysNothingOfWhatCostsTheSame() {
    for (int round = 0; round < 10; round++) {
      run();
    }
    int said = queues.bodiesSentTo(INDEX).size();

    run();

    assertThat(queues.bodiesSentTo(INDEX)).hasSize(said);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (RepriceLeadsHandler handler = new RepriceLeadsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private Money price() {
    return context.getBean(Storefront.class).show(TEAM, LEAD).orElseThrow().card().price().amount();
  }

  private void run() {
    dueAt = dueAt.plus(Duration.ofMinutes(15));
    runAgain();
  }

  private void runAgain() {
    ScheduledRun run = new ScheduledRun("marketplace-reprice-leads", dueAt);
    assertThat(new RepriceLeadsHandler(context).handleRequest(run, INVOCATION)).isNull();
  }
}
