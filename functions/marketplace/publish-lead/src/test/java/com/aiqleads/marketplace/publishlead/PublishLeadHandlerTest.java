package com.aiqleads.marketplace.publishlead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Contact;
import com.aiqleads.events.acquisition.Lead;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.events.acquisition.Score;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Quotes.KeptQuote;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishLeadHandlerTest {
  private static final String INDEX = "aiqleads-test-marketplace-index-leads";
  private static final String REFUSALS = "aiqleads-test-acquisition-keep-refusals";
  private static final String ERASER = "aiqleads-test-acquisition-erase-person";
  private static final Score FRAUD = new Score(90, "high", List.of(), "rules-2");

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final FakeQueues queues = new FakeQueues();
  private final Database database = new Database(postgres.dataSource());
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "publish-lead",
          queues,
          Map.of(
              "aiqleads.routes",
              "LeadPublished=marketplace-index-leads;LeadWithdrawn=marketplace-index-leads;"
                  + "LeadRejected=acquisition-keep-refusals;"
                  + "OfferErased=acquisition-erase-person"));
  private final ObjectMapper json = context.getBean(ObjectMapper.class);
  private final LeadPriced priced = example();

  @BeforeEach
  void empty() {
    postgres.clear();
    context.registerSingleton(Database.class, database);
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (PublishLeadHandler deployed = new PublishLeadHandler()) {
      var answer =
          deployed.handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)));

      assertThat(answer.getBatchItemFailures()).isEmpty();
    }
  }

  @Test
  void putsALeadOnSaleAndSaysSoWithoutItsContact() {
    assertThat(again(message("a", priced))).isEmpty();

    assertThat(queues.bodiesSentTo(INDEX))
        .singleElement()
        .asString()
        .contains("\"event\":\"LeadPublished\"", "\"slots\":3", "\"hasPhone\":true")
        .doesNotContain("\"contact\"", priced.contact().phones().getFirst().e164());
    assertThat(count("select count(*) from slots where state = 'FREE'")).isEqualTo(3);
  }

  @Test
  void keepsAQuoteThatIsComputedAgainOfEveryPriceOnSale() {
    again(message("a", version(1)), message("b", version(2)));

    List<KeptQuote> kept = context.getBean(Quotes.class).history(priced.lead().leadId(), 10);
    assertThat(kept)
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(new Pricing(PriceBook.FIRST).quote(one.quote().circumstances()))
                    .isEqualTo(one.quote()));
    Money price = kept.getFirst().quote().price().amount();
    assertThat(kept.getFirst().quote().circumstances().market().before()).isEqualTo(price);
    assertThat(queues.bodiesSentTo(INDEX).getFirst())
        .contains("\"minorUnits\":" + price.minorUnits(), "\"exclusive\"");
    assertThat(count("select price from offers")).isEqualTo(price.minorUnits());

    again(message("c", withFraud(version(3))));
    assertThat(context.getBean(Quotes.class).history(priced.lead().leadId(), 10)).hasSize(2);
  }

  @Test
  void countsThePriceThatWasStoredAndNoEstimate() {
    again(message("a", priced), message("a", priced));
    again(message("b", withFraud(version(2))));

    Money price =
        context
            .getBean(Quotes.class)
            .history(priced.lead().leadId(), 1)
            .getFirst()
            .quote()
            .price()
            .amount();
    long from = price.minorUnits() / 10_00 * 10;
    assertThat(context.getBean(MeterRegistry.class).find("prices").counters())
        .singleElement()
        .satisfies(
            counter -> {
              assertThat(counter.getId().getTag("of")).isEqualTo(from + "-" + (from + 9));
              assertThat(counter.count()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource({"0, 0-9", "999, 0-9", "1000, 10-19", "9999, 90-99", "10000, 100+", "99900, 100+"})
  void countsPricesInStepsOfTen(long minorUnits, String band) {
    new PriceFigures(context.getBean(Metrics.class)).count(Money.usd(minorUnits));

    assertThat(
            context
                .getBean(MeterRegistry.class)
                .get("prices")
                .tags("of", band, "outcome", "USD")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void publishesOnceWhenTheSameEventComesTwice() {
    again(message("a", priced));

    assertThat(again(message("a", priced), message("a", priced))).isEmpty();

    assertThat(queues.bodiesSentTo(INDEX)).hasSize(1);
    assertThat(count("select count(*) from offers")).isEqualTo(1);
  }

  @Test
  void ignoresAnOlderVersionAfterANewerOne() {
    again(message("b", version(3)), message("a", version(2)));

    assertThat(queues.bodiesSentTo(INDEX)).hasSize(1);
    assertThat(count("select version from offers")).isEqualTo(3);
  }

  @Test
  void keepsTheJourneyOfEachLeadOfABatch() {
    LeadPriced other = anotherLead(priced);

    again(message("a", priced), message("b", other));

    assertThat(journeyOf(priced)).contains(Ids.derived("correlation", "a"));
    assertThat(journeyOf(other)).contains(Ids.derived("correlation", "b"));
  }

  @Test
  void refusesWhatMustNotBeSold() {
    again(message("a", withFraud(version(1))));

    assertThat(queues.bodiesSentTo(INDEX)).isEmpty();
    assertThat(queues.bodiesSentTo(REFUSALS))
        .singleElement()
        .asString()
        .contains("\"step\":\"publish-lead\"", "\"code\":\"likely_fraud\"");
  }

  @Test
  void takesALeadOffSaleThatMustNotBeSoldAnyMore() {
    again(message("a", version(1)));

    again(message("b", withFraud(version(2))), message("c", withFraud(version(3))));

    assertThat(queues.bodiesSentTo(INDEX))
        .filteredOn(body -> body.contains("\"event\":\"LeadWithdrawn\""))
        .hasSize(2);
    assertThat(queues.bodiesSentTo(REFUSALS)).hasSize(2);
  }

  @Test
  void takesALeadOffSaleThatHasEnded() {
    again(message("a", version(1)));

    assertThat(again(message("b", ended(2)))).isEmpty();

    assertThat(queues.bodiesSentTo(INDEX))
        .last()
        .asString()
        .contains("\"event\":\"LeadWithdrawn\"", "\"version\":2", "\"code\":\"gone\"");
    assertThat(count("select count(*) from offers where standing = 'WITHDRAWN'")).isEqualTo(1);
  }

  @Test
  void forgetsTheContactOfWhoAskedNotToBeContactedAlsoIfTheLeadHadEnded() {
    again(message("a", version(1)));
    again(message("b", ended(2)));
    assertThat(count("select count(*) from contacts")).isEqualTo(1);

    again(message("c", suppressed(2)));
    again(message("c", suppressed(2)), message("d", suppressed(2)));

    assertThat(count("select count(*) from contacts")).isZero();
    assertThat(queues.bodiesSentTo(INDEX)).hasSize(2);
  }

  @Test
  void keepsTheContactOfANewerVersionThatIsOnSale() {
    again(message("c", version(3)), message("b", suppressed(2)));

    assertThat(count("select count(*) from contacts")).isEqualTo(1);
  }

  @Test
  void withholdsTheContactOfAVersionThatStaysOnSaleUntilTheNextBringsWhatMayBeShown() {
    again(message("a", version(1)));

    again(message("b", suppressed(1)));
    assertThat(count("select count(*) from contacts")).isZero();
    assertThat(count("select count(*) from offers where standing = 'ON_SALE'")).isEqualTo(1);

    again(message("c", version(2)));
    assertThat(count("select count(*) from contacts")).isEqualTo(1);
  }

  @Test
  void withholdsTheContactOfALeadThatOutlivesItUnreachableInEitherOrder() {
    LeadPriced unreachable = unreachable(version(2));
    again(message("a", version(1)));
    again(message("b", suppressed(1)), message("c", unreachable));
    assertThat(count("select count(*) from contacts")).isZero();

    postgres.clear();
    again(message("a", version(1)));
    again(message("c", unreachable), message("b", suppressed(1)));
    assertThat(count("select count(*) from contacts")).isZero();
    assertThat(count("select count(*) from offers where standing = 'WITHDRAWN'")).isEqualTo(1);
  }

  @Test
  void neverKeepsAContactThatComesAfterItsSuppression() {
    again(message("b", suppressed(2)), message("a", version(1)), message("c", version(2)));

    assertThat(count("select count(*) from contacts")).isZero();
  }

  @Test
  void withdrawsOnceWhenTheSameEndComesTwice() {
    again(message("a", version(1)));
    again(message("b", ended(2)), message("b", ended(2)));
    again(message("b", ended(2)), message("c", ended(2)));

    assertThat(queues.bodiesSentTo(INDEX)).hasSize(2);
  }

  @Test
  void neverSellsAVersionThatComesAfterItsEnd() {
    again(message("b", ended(2)));
    again(message("a", version(1)));

    assertThat(queues.bodiesSentTo(INDEX)).isEmpty();
    again(message("c", version(3)));
    assertThat(queues.bodiesSentTo(INDEX)).hasSize(1);
  }

  @Test
  void anOlderEndDoesNotTakeANewerVersionOffSale() {
    again(message("c", version(3)), message("b", ended(2)));

    assertThat(queues.bodiesSentTo(INDEX)).hasSize(1);
    assertThat(count("select count(*) from offers where standing = 'ON_SALE'")).isEqualTo(1);
  }

  @Test
  void emptiesWhatIsHeldOfAnErasedLeadAndAnswers() {
    again(message("a", version(1)));

    assertThat(again(message("b", erased(2)))).isEmpty();

    assertThat(tablesThatName(priced.lead().address().street())).isEmpty();
    assertThat(tablesThatName(priced.lead().listing().title())).isEmpty();
    assertThat(tablesThatName(priced.lead().listing().url())).isEmpty();
    assertThat(count("select count(*) from contacts")).isZero();
    assertThat(count("select count(*) from offers where standing = 'WITHDRAWN'")).isEqualTo(1);
    assertThat(queues.bodiesSentTo(INDEX))
        .last()
        .asString()
        .contains("\"event\":\"LeadWithdrawn\"", "\"code\":\"erased\"", "\"version\":2");
    assertThat(queues.bodiesSentTo(ERASER))
        .singleElement()
        .asString()
        .contains("\"event\":\"OfferErased\"", "\"erased\":3");
  }

  @Test
  void erasingAgainFindsNothing() {
    again(message("a", version(1)));
    again(message("b", erased(2)));
    again(message("b", erased(2)), message("c", erased(2)));

    assertThat(queues.bodiesSentTo(ERASER)).hasSize(2);
    assertThat(queues.bodiesSentTo(ERASER)).last().asString().contains("\"erased\":0");
  }

  @Test
  void keepsWhatANewerVersionSaysOfOthers() {
    again(message("c", version(3)));
    again(message("b", erased(2)));

    assertThat(count("select count(*) from offers where standing = 'ON_SALE'")).isEqualTo(1);
    assertThat(count("select count(*) from contacts")).isEqualTo(1);
  }

  @Test
  void aNewerVersionThatMustNotBeSoldHasNoContactOfAnOlderOne() {
    again(message("a", version(1)));
    again(message("c", withFraud(version(3))));
    assertThat(count("select count(*) from contacts")).isEqualTo(1);

    again(message("b", erased(2)));

    assertThat(count("select count(*) from contacts")).isZero();
  }

  @Test
  void anOlderVersionThatComesLateStaysErased() {
    again(message("b", erased(2)));
    again(message("a", version(1)));

    assertThat(count("select count(*) from offers")).isZero();
  }

  private LeadErased erased(long version) {
    return new LeadErased(
        new CorrelationId(Ids.derived("erasure")),
        priced.lead().leadId(),
        version,
        Instant.parse("2026-11-22T10:00:00Z"));
  }

  /// Of all there are: a new table is looked through as well.
  private List<String> tablesThatName(String text) {
    return database
        .query(
            "select table_name from information_schema.tables"
                + " where table_schema = current_schema() and table_type = 'BASE TABLE'",
            _ -> {},
            row -> row.getString(1))
        .stream()
        .filter(
            table ->
                !database
                    .query(
                        "select 1 from " + table + " t where position(? in t::text) > 0",
                        find -> find.setString(1, text),
                        row -> row.getInt(1))
                    .isEmpty())
        .toList();
  }

  @Test
  void sendsLaterWhatCouldNotBeSent() {
    queues.goDown(INDEX);

    assertThat(again(message("a", priced))).isEmpty();

    assertThat(count("select count(*) from offers")).isEqualTo(1);
    assertThat(count("select count(*) from outbox where sent_at is null")).isEqualTo(1);
  }

  @Test
  void failsOnlyTheLeadThatCannotBeStored() {
    LeadPriced unstorable = change(priced, 0, priced.fraud());

    assertThat(again(message("a", unstorable), message("b", priced))).containsExactly("message-a");

    assertThat(count("select count(*) from offers")).isEqualTo(1);
  }

  private List<String> again(SQSMessage... messages) {
    return new PublishLeadHandler(context)
            .handleRequest(TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
            .getBatchItemFailures()
            .stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private Optional<UUID> journeyOf(LeadPriced event) {
    return database.queryOne(
        "select correlation_id from offers where lead_id = ?",
        statement -> statement.setObject(1, event.lead().leadId().value()),
        row -> row.getObject(1, UUID.class));
  }

  private long count(String sql) {
    return database.queryOne(sql, statement -> {}, row -> row.getLong(1)).orElseThrow();
  }

  private SQSMessage message(String seed, Event event) {
    return new TestEvents(json).message(seed, event);
  }

  /// Who gives a lead back because of it has to be told the truth.
  @Test
  void remembersTheFirstEndOfAnAdvertisementAndNoOtherReason() {
    again(message("a", priced), message("b", suppressed(2)));
    assertThat(count("select count(*) from offers where gone_at is not null")).isZero();

    again(message("c", ended(3)));
    again(
        message(
            "d",
            new LeadEnded(
                priced.lead().leadId(),
                4,
                ended(4).reasons(),
                Instant.parse("2026-11-22T09:12:44Z"))));

    assertThat(count("select count(*) from offers where gone_at = '2026-11-21T09:12:44Z'"))
        .isEqualTo(1);
    again(message("e", version(5)));
    assertThat(count("select count(*) from offers where gone_at is not null")).isZero();
  }

  private LeadEnded ended(long version) {
    return ended(version, new Reason("gone", "The advertisement has ended."));
  }

  private LeadEnded suppressed(long version) {
    return ended(version, new Reason("suppressed", "They asked not to be collected."));
  }

  private LeadEnded ended(long version, Reason reason) {
    return new LeadEnded(
        priced.lead().leadId(), version, List.of(reason), Instant.parse("2026-11-21T09:12:44Z"));
  }

  private LeadPriced version(long version) {
    return change(priced, version, priced.fraud());
  }

  private static LeadPriced withFraud(LeadPriced event) {
    return change(event, event.lead().version(), FRAUD);
  }

  private static LeadPriced unreachable(LeadPriced event) {
    Contact nobody = new Contact(event.contact().name(), List.of(), List.of(), List.of());
    return new LeadPriced(event.lead(), nobody, event.quality(), event.fraud(), event.price());
  }

  private static LeadPriced anotherLead(LeadPriced event) {
    LeadId another = new LeadId(Ids.derived("lead", "another"));
    return change(event, another, event.lead().version(), event.fraud());
  }

  private static LeadPriced change(LeadPriced event, long version, Score fraud) {
    return change(event, event.lead().leadId(), version, fraud);
  }

  private static LeadPriced change(LeadPriced event, LeadId id, long version, Score fraud) {
    Lead lead = event.lead();
    Lead changed =
        new Lead(
            id,
            version,
            lead.market(),
            lead.listing(),
            lead.listingId(),
            lead.sources(),
            lead.listings(),
            lead.address(),
            lead.location(),
            lead.firstSeenAt());
    return new LeadPriced(changed, event.contact(), event.quality(), fraud, event.price());
  }

  private LeadPriced example() {
    try (InputStream example = LeadPriced.class.getResourceAsStream("LeadPriced/v1.example.json")) {
      return json.readValue(example, LeadPriced.class);
    } catch (IOException e) {
      throw new IllegalStateException("no example", e);
    }
  }
}
