package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.Shelf;
import com.aiqleads.marketplace.pricing.Shelf.Activity;
import com.aiqleads.marketplace.pricing.Shelf.Measured;
import com.aiqleads.marketplace.pricing.Shelf.Placed;
import com.aiqleads.marketplace.pricing.Shelf.Repriced;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresShelfTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final Segment HOUSES = new Segment("miami-fl", "house");
  private static final Instant LATER = OfferFixtures.SEEN.plus(Duration.ofDays(5));
  private static final Instant DUE = LATER;
  private static final Pricing PRICING = new Pricing(PriceBook.FIRST);

  private final Database database = Stores.database(postgres);
  private final Quotes quotes =
      new PostgresQuotes(
          database,
          new PostgresPriceBooks(database, new FiguresJson(Stores.JSON)),
          new QuoteJson(Stores.JSON),
          Stores.REASONS);
  private final Shelf shelf = new PostgresShelf(database, quotes, Stores.REASONS);
  private final Offer offer = OfferFixtures.anOffer();
  private final LeadId lead = offer.lead().id();

  @BeforeEach
  void fill() {
    postgres.clear();
    Stores.putOnSale(database, List.of(offer));
  }

  @Test
  void readsTheCircumstancesOfWhatIsOnSale() {
    Placed placed = shelf.page(null, LATER, 10).getFirst();

    assertThat(placed.lead()).isEqualTo(lead);
    assertThat(placed.version()).isEqualTo(1);
    assertThat(placed.circumstances().sources()).containsExactly("fsbo");
    assertThat(placed.circumstances().ageDays()).isEqualTo(5);
    assertThat(placed.circumstances().quality()).isEqualTo(78);
    assertThat(placed.circumstances().market().before()).isEqualTo(Money.usd(34_00));
    assertThat(shelf.page(lead, LATER, 10)).isEmpty();
    database.update("update offers set standing = 'WITHDRAWN'", Parameters.of());
    assertThat(shelf.page(null, LATER, 10)).isEmpty();
  }

  @Test
  void givesALeadItsNewPriceAndKeepsTheQuote() {
    Repriced repriced = priced(shelf.page(null, LATER, 10).getFirst());

    List<IndexedLead> told = shelf.reprice(List.of(repriced), LATER, DUE);

    // 21.82 would be right; a tenth at once.
    assertThat(told.getFirst().priceCents()).isEqualTo(30_60);
    assertThat(told.getFirst().revision()).isEqualTo(1);
    assertThat(told.getFirst().priceBand()).isEqualTo("from-20-to-40");
    assertThat(quotes.history(lead, 9))
        .containsExactly(new Quotes.KeptQuote(repriced.quote(), LATER));
    assertThat(Stores.storefront(database).show(TEAM, lead).orElseThrow().card().price())
        .isEqualTo(repriced.quote().price());
  }

  @Test
  void leavesAloneWhatHasChangedMeanwhile() {
    Repriced repriced = priced(shelf.page(null, LATER, 10).getFirst());
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2))));

    assertThat(shelf.reprice(List.of(repriced), LATER, DUE)).isEmpty();
    assertThat(shelf.reprice(List.of(), LATER, DUE)).isEmpty();
    assertThat(quotes.history(lead, 9)).isEmpty();
  }

  @Test
  void repricesOnceOfTwoWhoSawTheSame() {
    Repriced repriced = priced(shelf.page(null, LATER, 10).getFirst());

    assertThat(shelf.reprice(List.of(repriced), LATER, DUE)).hasSize(1);
    assertThat(shelf.reprice(List.of(repriced), LATER, DUE.plusSeconds(900))).isEmpty();
  }

  @Test
  void repricesALeadOnceForATimeThatIsDue() {
    shelf.reprice(List.of(priced(shelf.page(null, LATER, 10).getFirst())), LATER, DUE);
    Repriced next = priced(shelf.page(null, LATER, 10).getFirst());

    assertThat(shelf.reprice(List.of(next), LATER, DUE)).isEmpty();
    assertThat(shelf.reprice(List.of(next), LATER, DUE.minusSeconds(900))).isEmpty();
    assertThat(shelf.reprice(List.of(next), LATER, DUE.plusSeconds(900))).hasSize(1);
    assertThat(quotes.history(lead, 9)).hasSize(2);
  }

  @Test
  void repricesManyLeadsInAsManyStatementsAsOne() {
    for (int number = 2; number <= 20; number++) {
      Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(number, 1))));
    }
    List<Repriced> all =
        shelf.page(null, LATER, 20).stream().map(PostgresShelfTest::priced).toList();
    StatementCount count = new StatementCount(postgres.dataSource());
    Database counted = new Database(count.source());
    Quotes countedQuotes =
        new PostgresQuotes(
            counted,
            new PostgresPriceBooks(counted, new FiguresJson(Stores.JSON)),
            new QuoteJson(Stores.JSON),
            Stores.REASONS);
    Shelf countedShelf = new PostgresShelf(counted, countedQuotes, Stores.REASONS);

    assertThat(countedShelf.reprice(all.subList(0, 1), LATER, DUE)).hasSize(1);
    int forOne = count.statements();
    assertThat(countedShelf.reprice(all.subList(1, 20), LATER, DUE)).hasSize(19);

    assertThat(count.statements()).isEqualTo(2 * forOne);
    assertThat(quotes.history(OfferFixtures.leadId(20), 9)).hasSize(1);
  }

  @Test
  void doesNotWaitForALeadThatIsBeingBought() {
    Repriced repriced = priced(shelf.page(null, LATER, 10).getFirst());
    Shelf other = new PostgresShelf(new Database(postgres.dataSource()), quotes, Stores.REASONS);

    int repricedMeanwhile =
        database.inTransaction(
            () -> {
              database.query("select from offers for share", Parameters.of(), _ -> true);
              return CompletableFuture.supplyAsync(
                      () -> other.reprice(List.of(repriced), LATER, DUE).size())
                  .join();
            });

    assertThat(repricedMeanwhile).isZero();
    assertThat(shelf.reprice(List.of(repriced), LATER, DUE)).hasSize(1);
  }

  @Test
  void aHoldKeepsItsPrice() {
    Hold hold = Sales.hold(database, TEAM, lead);

    shelf.reprice(List.of(priced(shelf.page(null, LATER, 10).getFirst())), LATER, DUE);

    assertThat(hold.price()).isEqualTo(Money.usd(34_00));
    assertThat(database.query("select amount from holds", Parameters.of(), row -> row.getLong(1)))
        .containsExactly(34_00L);
    Sales.buy(database, TEAM, hold);
    assertThat(
            database.query(
                "select amount from order_lines", Parameters.of(), row -> row.getLong(1)))
        .containsExactly(34_00L);
    assertThat(shelf.page(null, LATER, 10).getFirst().circumstances().market().taken())
        .isEqualTo(1);
  }

  @Test
  void measuresWhatIsHeldAndBought() {
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(2, 1))));
    assertThat(shelf.measure())
        .containsExactly(Map.entry(HOUSES, new Activity(2, 0, 0, 1_000_000)));

    Hold hold = Sales.hold(database, TEAM, lead);
    assertThat(shelf.measure())
        .containsExactly(Map.entry(HOUSES, new Activity(2, 5, 0, 1_000_000)));
    Sales.buy(database, TEAM, hold);
    assertThat(shelf.measure())
        .containsExactly(Map.entry(HOUSES, new Activity(2, 20, 100, 1_000_000)));
    database.update(
        "update holds set held_at = held_at - interval '2 days',"
            + " hold_until = hold_until - interval '2 days',"
            + " last_until = last_until - interval '2 days'",
        Parameters.of());
    assertThat(shelf.measure())
        .containsExactly(Map.entry(HOUSES, new Activity(2, 5, 25, 1_000_000)));
    database.update(
        "update slots set state = 'FREE', holder_team = null, hold_until = null,"
            + " hold_id = null, order_line_id = null",
        Parameters.of());
    database.update("update offers set standing = 'WITHDRAWN'", Parameters.of());
    assertThat(shelf.measure())
        .containsExactly(Map.entry(HOUSES, new Activity(0, 5, 25, 1_000_000)));
  }

  @Test
  void readsNothingOfWhatHasEndedLongAgoButEmptySegmentsThatAreKnown() {
    database.update("update offers set standing = 'WITHDRAWN'", Parameters.of());
    assertThat(shelf.measure()).isEmpty();

    shelf.keep(houses(3, 410, 1_200_000), OptionalLong.empty(), DUE);

    assertThat(shelf.measure())
        .containsExactly(Map.entry(HOUSES, new Activity(0, 0, 0, 1_200_000)));
  }

  @Test
  void aLeadThatIsSoldOutNeedsNoPrice() {
    for (String name : List.of("first", "second", "third")) {
      assertThat(shelf.page(null, LATER, 10)).hasSize(1);
      TeamId team = new TeamId(Ids.derived("team", name));
      Sales.buy(database, team, Sales.hold(database, team, lead));
    }

    assertThat(shelf.page(null, LATER, 10)).isEmpty();
    assertThat(shelf.measure().get(HOUSES)).isEqualTo(new Activity(0, 60, 300, 1_000_000));
  }

  @Test
  void pricesKnowWhatWasMeasured() {
    shelf.keep(houses(3, 410, 1_000_000), OptionalLong.empty(), DUE);
    shelf.keep(houses(4, 420, 1_200_000), OptionalLong.empty(), DUE.plusSeconds(900));

    assertThat(quotes.terms(OfferFixtures.leadId(9), HOUSES).market().supply()).isEqualTo(4);
    assertThat(quotes.terms(OfferFixtures.leadId(9), HOUSES).market().demand()).isEqualTo(420);
    assertThat(quotes.terms(OfferFixtures.leadId(9), HOUSES).market().response()).isEqualTo(120);
    assertThat(shelf.measure().get(HOUSES)).isEqualTo(new Activity(1, 0, 0, 1_200_000));
  }

  @Test
  void remembersWhatIsUsual() {
    assertThat(shelf.usual()).isEmpty();

    shelf.keep(Map.of(), OptionalLong.of(200_000), DUE);
    shelf.keep(Map.of(), OptionalLong.of(210_000), DUE.plusSeconds(900));
    shelf.keep(Map.of(), OptionalLong.empty(), DUE.plusSeconds(1_800));

    assertThat(shelf.usual()).hasValue(210_000);
  }

  @Test
  void keepsAMeasurementOnceForATimeThatIsDue() {
    shelf.keep(houses(3, 410, 1_010_000), OptionalLong.of(200_000), DUE);

    shelf.keep(houses(3, 410, 1_020_000), OptionalLong.of(210_000), DUE);
    shelf.keep(houses(3, 410, 1_030_000), OptionalLong.of(220_000), DUE.minusSeconds(900));

    assertThat(shelf.usual()).hasValue(200_000);
    assertThat(shelf.measure().get(HOUSES)).isEqualTo(new Activity(1, 0, 0, 1_010_000));
  }

  private static Map<Segment, Measured> houses(long onSale, long demand, long response) {
    return Map.of(HOUSES, new Measured(onSale, demand, response));
  }

  private static Repriced priced(Placed placed) {
    return new Repriced(placed, PRICING.quote(placed.circumstances()));
  }
}
