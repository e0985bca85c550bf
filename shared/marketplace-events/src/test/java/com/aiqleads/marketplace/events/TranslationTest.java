package com.aiqleads.marketplace.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.search.IndexedLead;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
            new Market(0, 0, null, null, null, repriced.before()));
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

  private static <T> T example(String name, Class<T> type) {
    try (InputStream example = type.getResourceAsStream(name + "/v1.example.json")) {
      return CONTEXT.getBean(ObjectMapper.class).readValue(example, type);
    } catch (IOException e) {
      throw new IllegalStateException("no example", e);
    }
  }
}
