package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.PriceBookFixtures;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Quotes.KeptQuote;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresQuotesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Segment HOUSES = new Segment("miami-fl", "house");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Database database = Stores.database(postgres);
  private final PriceBooks books = new PostgresPriceBooks(database, new FiguresJson(Stores.JSON));
  private final Quotes quotes =
      new PostgresQuotes(database, books, new QuoteJson(Stores.JSON), Stores.REASONS);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void ofALeadThatIsNewNobodySaysAnything() {
    assertThat(quotes.terms(LEAD, HOUSES))
        .isEqualTo(new Quotes.Terms(PriceBook.FIRST, Market.NONE));
  }

  @Test
  void knowsTheMarketOfALeadOnSale() {
    Offer offer = OfferFixtures.anOffer();
    Stores.putOnSale(database, List.of(offer));
    database.update(
        "update offers set published_at = clock() - interval '60.1 hours'", Parameters.of());
    database.update(
        "insert into wanted select lead_id, clock() - interval '50.5 hours' from offers",
        Parameters.of());
    database.update(
        "insert into segments values ('miami-fl', 'house', 7, 450, 1049999, now())",
        Parameters.of());

    assertThat(quotes.terms(LEAD, Segment.of(offer.lead())).market())
        .isEqualTo(new Market(0, 50, 7L, 450L, 104L, Money.usd(34_00), Money.usd(102_00)));

    database.update("delete from wanted", Parameters.of());
    assertThat(quotes.terms(LEAD, HOUSES).market().hoursUnwanted()).isEqualTo(60);
    database.update("update offers set standing = 'WITHDRAWN'", Parameters.of());
    assertThat(quotes.terms(LEAD, HOUSES).market())
        .isEqualTo(new Market(0, 0, 7L, 450L, 104L, null, null));
  }

  @Test
  void pricesByTheBookInForce() {
    books.write(
        1,
        PriceBookFixtures.figures(Money.usd(1), Money.usd(1), Money.usd(2)),
        new UserId(Ids.derived("user", "admin")),
        "Cheaper");

    assertThat(quotes.terms(LEAD, HOUSES).book()).isEqualTo(books.current().book());
  }

  @Test
  void storedQuotesAreComputedAgainBitForBit() {
    Random random = new Random(20261122);
    for (int number = 0; number < 200; number++) {
      quotes.keep(LEAD, 1, quote(random), NOON);
    }

    assertThat(quotes.history(LEAD, 500)).hasSize(200).allSatisfy(this::replays);
  }

  private void replays(KeptQuote kept) {
    PriceBook book = books.find(kept.quote().price().priceBook()).orElseThrow();
    assertThat(new Pricing(book).quote(kept.quote().circumstances())).isEqualTo(kept.quote());
  }

  @Test
  void tellsTheNewestFirst() {
    Quote first = new Pricing(PriceBook.FIRST).quote(PriceBookFixtures.aLead(0, 78, 5));
    Quote second = new Pricing(PriceBook.FIRST).quote(PriceBookFixtures.aLead(9, 78, 5));
    quotes.keep(LEAD, 1, first, NOON);
    quotes.keep(LEAD, 1, second, NOON.plusSeconds(900));
    quotes.keep(OfferFixtures.leadId(2), 1, first, NOON);

    assertThat(quotes.history(LEAD, 10))
        .containsExactly(new KeptQuote(second, NOON.plusSeconds(900)), new KeptQuote(first, NOON));
    assertThat(quotes.history(LEAD, 1)).hasSize(1);
  }

  @Test
  void neverChangesWhatWasQuoted() {
    quotes.keep(LEAD, 1, quote(new Random(1)), NOON);

    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> database.update("update quotes set price = 1", Parameters.of()));
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> database.update("delete from quotes", Parameters.of()));
  }

  private static Quote quote(Random random) {
    Market market =
        random.nextInt(4) == 0
            ? Market.NONE
            : new Market(
                random.nextInt(4),
                random.nextInt(400),
                random.nextBoolean() ? null : (long) random.nextInt(50),
                random.nextBoolean() ? null : (long) random.nextInt(3_000),
                random.nextBoolean() ? null : 50L + random.nextInt(151),
                random.nextBoolean() ? null : Money.usd(2_00 + random.nextInt(83_00)),
                random.nextBoolean() ? null : Money.usd(6_00 + random.nextInt(249_00)));
    Circumstances lead =
        new Circumstances(
            List.of(random.nextBoolean() ? "fsbo" : "craigslist"),
            random.nextBoolean() ? "house" : "mobile_home",
            random.nextBoolean() ? "FL" : "ME",
            random.nextInt(120),
            random.nextInt(101),
            random.nextInt(101),
            market);
    return new Pricing(PriceBook.FIRST).quote(lead);
  }
}
