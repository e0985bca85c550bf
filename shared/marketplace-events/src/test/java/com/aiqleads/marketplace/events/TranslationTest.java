package com.aiqleads.marketplace.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.marketplace.AutoTopUpStopped;
import com.aiqleads.events.marketplace.AvailabilityChanged;
import com.aiqleads.events.marketplace.CardCharged;
import com.aiqleads.events.marketplace.CardExpiring;
import com.aiqleads.events.marketplace.CardRefused;
import com.aiqleads.events.marketplace.InvoiceUnpaid;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.events.marketplace.ReturnSettled;
import com.aiqleads.events.marketplace.SlotOffered;
import com.aiqleads.events.marketplace.StandingOrdersReported;
import com.aiqleads.events.marketplace.StandingOrdersReported.ReportedLead;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.cards.CardNews;
import com.aiqleads.marketplace.cards.Stop;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Offering.Offered;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.ReturnState;
import com.aiqleads.marketplace.returns.Verdict;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.standing.Allocations.Line;
import com.aiqleads.marketplace.standing.Allocations.News;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.subscriptions.Reminder;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TranslationTest {
  private static final CorrelationId JOURNEY = new CorrelationId(Ids.derived("correlation", "1"));
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder().deduceEnvironment(false).start();

  private final LeadPriced priced = example("LeadPriced", LeadPriced.class);
  private final LeadPublished published = example("LeadPublished", LeadPublished.class);

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @Test
  void sayingANewPriceLosesNothingThatSearchKnows() {
    LeadRepriced repriced = example("LeadRepriced", LeadRepriced.class);
    Circumstances circumstances =
        new Circumstances(
            List.of("fsbo"),
            "house",
            "FL",
            5,
            78,
            5,
            new Market(0, 0, null, null, null, repriced.before(), null));
    Quote quote = new Quote(circumstances, FromEvents.price(repriced.price()));

    IndexedLead indexed = FromEvents.indexed(repriced);

    assertThat(indexed.revision()).isEqualTo(2);
    assertThat(indexed.priceBand()).isEqualTo("from-20-to-40");
    assertThat(ToEvents.repriced(indexed, quote, repriced.repricedAt()))
        .isEqualTo(
            new LeadRepriced(
                Offer.idOf(repriced.leadId()),
                repriced.leadId(),
                repriced.version(),
                repriced.revision(),
                repriced.price(),
                repriced.before(),
                repriced.facts(),
                repriced.repricedAt()));
  }

  @Test
  void newsOfACardAreWhatTheEventsSay() {
    CardCharged charged = example("CardCharged", CardCharged.class);
    CardRefused refused = example("CardRefused", CardRefused.class);
    AutoTopUpStopped stopped = example("AutoTopUpStopped", AutoTopUpStopped.class);
    CardExpiring expiring = example("CardExpiring", CardExpiring.class);
    Optional<String> invoice = Optional.of("AIQ-17");

    assertThat(
            ToEvents.ofCard(
                new CardNews.Expiring(
                    expiring.teamId(), YearMonth.of(2026, 11), expiring.noticedAt())))
        .isEqualTo(expiring);
    assertThat(
            ToEvents.ofCard(
                new CardNews.Charged(
                    charged.teamId(), charged.amount(), invoice, charged.chargedAt())))
        .isEqualTo(charged);
    assertThat(
            ToEvents.ofCard(
                new CardNews.Refused(
                    refused.teamId(), refused.amount(), invoice, true, refused.refusedAt())))
        .isEqualTo(refused);
    assertThat(
            ToEvents.ofCard(
                new CardNews.Stopped(stopped.teamId(), Stop.FAILED_TOO_OFTEN, stopped.stoppedAt())))
        .isEqualTo(stopped);
  }

  @Test
  void aPriceThatNamesNoneAloneCostsAllSlots() {
    var said =
        new com.aiqleads.events.marketplace.Price(Money.usd(34_00), null, "2026-11", List.of());

    assertThat(FromEvents.price(said).exclusive()).isEqualTo(Money.usd(102_00));
  }

  @Test
  void anOfferSaysWhatTheEventSaid() {
    Offer offer = FromEvents.offer(priced, JOURNEY);

    assertThat(offer.contact().phones()).isEqualTo(priced.contact().phones());
    assertThat(offer.contact().emails()).isEqualTo(priced.contact().emails());
    assertThat(offer.quality().points()).isEqualTo(priced.quality().points());
    assertThat(offer.fraud().band()).isEqualTo(priced.fraud().band());
    assertThat(offer.price().amount()).isEqualTo(priced.price().amount());
    assertThat(ToEvents.price(offer.price())).isEqualTo(priced.price());
    assertThat(offer.journey()).isEqualTo(JOURNEY);
  }

  @Test
  void aLeadSaysWhatTheEventSaid() {
    Lead lead = FromEvents.offer(priced, JOURNEY).lead();

    assertThat(lead.id()).isEqualTo(priced.lead().leadId());
    assertThat(lead.version()).isEqualTo(priced.lead().version());
    assertThat(lead.address().street()).isEqualTo(priced.lead().address().street());
    assertThat(lead.point()).isEqualTo(priced.lead().location().point());
    assertThat(lead.advertisement().listingId()).isEqualTo(priced.lead().listingId());
    assertThat(lead.advertisement().askingPrice()).isEqualTo(priced.lead().listing().price());
    assertThat(lead.property().bathrooms())
        .isEqualTo(priced.lead().listing().property().bathrooms());
  }

  @Test
  void theIndexLearnsFromEventsWhatTheDatabaseKeeps() {
    Offer offer = FromEvents.offer(priced, JOURNEY);

    IndexedLead indexed = FromEvents.indexed(published);

    assertThat(indexed.leadId()).isEqualTo(published.lead().leadId());
    assertThat(indexed)
        .isEqualTo(
            IndexedLead.of(
                FromEvents.lead(published.lead()),
                FromEvents.score(published.quality()),
                FromEvents.offer(
                        new LeadPriced(
                            published.lead(),
                            priced.contact(),
                            published.quality(),
                            priced.fraud(),
                            published.price()),
                        JOURNEY)
                    .price()));
    assertThat(offer.lead().cell()).isEqualTo(indexed.cell());
  }

  @Test
  void saysWhatBecameOfAReturn() {
    ReturnSettled example = example("ReturnSettled", ReturnSettled.class);
    LeadReturn settled =
        new LeadReturn(
            ReturnId.parse(example.returnId()),
            new OrderLineId(Ids.derived("line")),
            example.teamId(),
            example.leadId(),
            "3-bedroom house in Miami, FL",
            ReturnReason.DUPLICATE,
            true,
            "evidence that no event carries",
            "",
            ReturnState.CREDITED,
            Verdict.PROVEN,
            example.credited(),
            example.credited(),
            List.of(),
            1,
            example.settledAt(),
            Optional.of(example.settledAt()),
            false);

    assertThat(ToEvents.settled(settled)).isEqualTo(example);
  }

  @Test
  void reportsAsManyLeadsAsOneLetterHolds() {
    StandingOrdersReported example =
        example("StandingOrdersReported", StandingOrdersReported.class);
    ReportedLead lead = example.leads().getFirst();
    Line line =
        new Line(
            lead.standingOrder(),
            lead.leadId(),
            lead.headline(),
            lead.bought(),
            lead.price(),
            example.reportedAt());

    assertThat(ToEvents.reported(news(example, List.of(line)), example.reportedAt()))
        .isEqualTo(example);
    StandingOrdersReported many =
        ToEvents.reported(
            news(example, Collections.nCopies(News.MOST_LINES + 7, line)), example.reportedAt());
    assertThat(many.leads()).hasSize(News.MOST_LINES);
    assertThat(many.more()).isEqualTo(7);
  }

  private static News news(StandingOrdersReported example, List<Line> lines) {
    return new News(example.teamId(), example.userId(), Channel.DAILY, lines, example.missed());
  }

  @Test
  void saysUntilWhenALeadIsFullAndForWhomASlotIsHeld() {
    AvailabilityChanged full = example("AvailabilityChanged", AvailabilityChanged.class);
    SlotOffered offered = example("SlotOffered", SlotOffered.class);
    Hold hold =
        new Hold(
            new HoldId(Ids.derived("hold")),
            offered.leadId(),
            SaleMode.SHARED,
            Money.usd(12_00),
            offered.heldUntil().minusSeconds(300),
            offered.heldUntil(),
            offered.heldUntil(),
            0);

    assertThat(
            ToEvents.availability(new Availability(full.leadId(), full.change(), full.fullUntil())))
        .isEqualTo(full);
    assertThat(ToEvents.offered(new Offered(offered.teamId(), hold))).isEqualTo(offered);
  }

  @Test
  void saysWhatCouldNotBePaid() {
    InvoiceUnpaid unpaid = example("InvoiceUnpaid", InvoiceUnpaid.class);

    assertThat(
            ToEvents.unpaid(
                new Reminder(unpaid.teamId(), unpaid.invoice(), unpaid.total(), unpaid.failedAt())))
        .isEqualTo(unpaid);
  }

  private static <T> T example(String name, Class<T> type) {
    try (InputStream example = type.getResourceAsStream(name + "/v1.example.json")) {
      return CONTEXT.getBean(ObjectMapper.class).readValue(example, type);
    } catch (IOException e) {
      throw new IllegalStateException("no example", e);
    }
  }
}
