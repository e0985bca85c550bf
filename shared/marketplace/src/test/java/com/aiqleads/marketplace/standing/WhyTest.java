package com.aiqleads.marketplace.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final Instant NOW = StandingFixtures.MADE_AT;
  private static final Terms ANYTHING = StandingFixtures.buying(Money.usd(1_000_00));
  private static final IndexedLead LEAD =
      SearchFixtures.indexed(OfferFixtures.anOffer(OfferFixtures.aLead()));
  private static final Arrival ARRIVAL =
      new Arrival(LEAD, Money.usd(LEAD.priceCents()), Money.usd(LEAD.priceCents() * 3));

  @Test
  void saysNothingIfTheOrderCameIntoQuestion() {
    assertThat(Why.not(State.ACTIVE, ANYTHING, ARRIVAL, NOW)).isEmpty();
  }

  @Test
  void saysWhatTheOrderWasDoing() {
    assertThat(Why.not(State.PAUSED, ANYTHING, ARRIVAL, NOW)).contains(Why.of(Miss.PAUSED));
    assertThat(Why.not(State.ENDED, ANYTHING, ARRIVAL, NOW)).contains(Why.of(Miss.EXPIRED));
    assertThat(Why.not(State.ACTIVE, StandingFixtures.until(ANYTHING, NOW), ARRIVAL, NOW))
        .contains(Why.of(Miss.EXPIRED));
    assertThat(
            Why.not(
                State.ACTIVE, StandingFixtures.until(ANYTHING, NOW.plusMillis(1)), ARRIVAL, NOW))
        .isEmpty();
  }

  @Test
  void saysByHowMuchTheLimitWasTooLow() {
    Terms shared = StandingFixtures.buying(ARRIVAL.price().minus(Money.usd(1)));
    Terms alone = StandingFixtures.in(StandingFixtures.buying(ARRIVAL.price()), SaleMode.EXCLUSIVE);

    assertThat(Why.not(State.ACTIVE, shared, ARRIVAL, NOW))
        .get()
        .satisfies(
            why -> {
              assertThat(why.miss()).isEqualTo(Miss.ABOVE_LIMIT);
              assertThat(why.parts())
                  .singleElement()
                  .asString()
                  .contains(ARRIVAL.price().toString(), "shared", "the limit is");
            });
    assertThat(Why.not(State.ACTIVE, alone, ARRIVAL, NOW))
        .get()
        .extracting(Why::miss)
        .isEqualTo(Miss.ABOVE_LIMIT);
    assertThat(Why.not(State.ACTIVE, StandingFixtures.buying(ARRIVAL.price()), ARRIVAL, NOW))
        .isEmpty();
  }

  @Test
  void namesEachPartOfTheSearchThatTheLeadDoesNotMeet() {
    double latitude = LEAD.cell().point().latitude();
    double longitude = LEAD.cell().point().longitude();
    Map<String, String> search =
        Map.of(
            "q", "castle moat",
            "type", "land",
            "beds", "0,1",
            "minPrice", "900",
            "maxAsking", "1",
            "near", (latitude + 1) + "," + longitude,
            "radiusKm", "5");

    Why why = why(search).orElseThrow();

    assertThat(why.miss()).isEqualTo(Miss.OUTSIDE_BUY_BOX);
    assertThat(why.parts())
        .hasSize(6)
        .contains("It lacks the words castle, moat.")
        .anySatisfy(part -> assertThat(part).startsWith("type is ").endsWith("not Land."))
        .anySatisfy(part -> assertThat(part).startsWith("beds is ").endsWith("not 0 or 1."))
        .anySatisfy(part -> assertThat(part).contains("Its price is", "at least"))
        .anySatisfy(part -> assertThat(part).contains("is asked for the home", "at most"))
        .anySatisfy(
            part ->
                assertThat(part).isEqualTo("It is 111 km from the place, and the radius is 5 km."));
  }

  @Test
  void namesBoxesRangesAndWhatNobodySays() {
    assertThat(why(Map.of("box", "0,0,1,1")).orElseThrow().parts())
        .containsExactly("It is outside the part of the map.");
    assertThat(why(Map.of("minPrice", "900", "maxPrice", "901")).orElseThrow().parts())
        .singleElement()
        .asString()
        .contains(" to ");
    IndexedLead silent =
        new IndexedLead(
            LEAD.leadId(),
            1,
            0,
            List.of(),
            "",
            "",
            "",
            "",
            "",
            List.of(),
            0,
            null,
            0,
            0,
            LEAD.cell());
    assertThat(Why.gaps(BuyBox.of(Map.of("maxAsking", "1")).filter(), silent))
        .containsExactly("Nobody says what is asked for the home.");
    assertThat(new Area.Everywhere().contains(LEAD.cell())).isTrue();
  }

  /// A hundred of a hundred misses: whoever does not want a lead has a reason, and only they.
  @Property(tries = 500)
  void explainsWhateverTheRuleRefuses(@ForAll long seed) {
    SearchFixtures random = new SearchFixtures(seed);
    var offer = random.offers(1).getFirst();
    Arrival arrival =
        new Arrival(
            SearchFixtures.indexed(offer), offer.price().amount(), offer.price().exclusive());
    Terms terms = StandingFixtures.filtering(ANYTHING, random.filter());

    Optional<Why> why = Why.not(State.ACTIVE, terms, arrival, NOW);

    assertThat(why.isPresent()).isNotEqualTo(terms.wants(arrival));
    assertThat(why.stream().flatMap(it -> it.parts().stream())).doesNotContain("");
  }

  private static Optional<Why> why(Map<String, String> search) {
    return Why.not(State.ACTIVE, StandingFixtures.lookingFor(ANYTHING, search), ARRIVAL, NOW);
  }
}
