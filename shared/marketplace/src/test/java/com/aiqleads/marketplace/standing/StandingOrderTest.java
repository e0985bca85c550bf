package com.aiqleads.marketplace.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingOrderTest {
  private static final Instant LATER = StandingFixtures.MADE_AT.plusSeconds(60);
  private static final Money LIMIT = Money.usd(20_00);
  private static final StandingOrder ORDER =
      StandingFixtures.order("ours", StandingFixtures.team("ours"), StandingFixtures.buying(LIMIT));

  @Test
  void keepsItsPlaceWhenItWantsAndPaysTheSame() {
    Limit cap = new Limit(Span.DAY, Optional.of(1), Optional.empty());

    StandingOrder capped = ORDER.with(StandingFixtures.buying(LIMIT, List.of(cap)), LATER);

    assertThat(capped.since()).isEqualTo(ORDER.since());
    assertThat(capped.version()).isEqualTo(2);
    assertThat(ORDER.in(State.PAUSED).in(State.ACTIVE).since()).isEqualTo(ORDER.since());
  }

  @Test
  void goesToTheEndOfTheLineWhenItWantsOrPaysSomethingElse() {
    Terms terms = ORDER.terms();

    for (Terms other :
        List.of(
            StandingFixtures.buying(Money.usd(20_01)),
            StandingFixtures.in(terms, SaleMode.EXCLUSIVE),
            StandingFixtures.lookingFor(terms, Map.of("q", "pool")))) {
      assertThat(ORDER.with(other, LATER).since()).isEqualTo(LATER);
    }
  }

  @Test
  void doesNothingWhilePausedOrOver() {
    var offer = OfferFixtures.anOffer(OfferFixtures.aLead());
    Arrival arrival =
        new Arrival(SearchFixtures.indexed(offer), Money.usd(20_00), Money.usd(60_00));

    assertThat(ORDER.wants(arrival, LATER)).isTrue();
    assertThat(ORDER.in(State.PAUSED).wants(arrival, LATER)).isFalse();
    assertThat(
            ORDER.with(StandingFixtures.until(ORDER.terms(), LATER), LATER).wants(arrival, LATER))
        .isFalse();
    assertThat(
            ORDER
                .with(StandingFixtures.in(ORDER.terms(), SaleMode.EXCLUSIVE), LATER)
                .wants(arrival, LATER))
        .isFalse();
  }

  @Test
  void isNothingWithoutANameALimitOrSense() {
    Limit cap = new Limit(Span.DAY, Optional.of(1), Optional.empty());

    assertThatThrownBy(() -> terms(" ", Act.ALERT, Optional.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terms("n".repeat(81), Act.ALERT, Optional.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terms("a", Act.BUY, Optional.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terms("a", Act.BUY, Optional.of(Money.usd(-1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terms("a", Act.ALERT, Optional.empty(), List.of(cap, cap)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(terms("n".repeat(80), Act.ALERT, Optional.empty(), List.of(cap)).caps()).hasSize(1);
  }

  @Test
  void keepsASearchAsItWasAskedAndRefusesWhatItCannotKeep() {
    BuyBox box = BuyBox.of(Map.of("q", " Pools ", "beds", "", "city", "Miami FL"));

    assertThat(box.search()).isEqualTo(Map.of("q", "Pools", "city", "Miami FL"));
    assertThat(box.filter().words()).containsExactly("pool");
    assertThatThrownBy(() -> BuyBox.of(Map.of("available", "true", "near", "here")))
        .isInstanceOfSatisfying(
            BuyBox.Unreadable.class,
            refused ->
                assertThat(refused.wrong())
                    .extracting(wrong -> wrong.name())
                    .containsExactlyInAnyOrder("available", "near"));
  }

  @Test
  void hasWordsForItsParts() {
    assertThat(Channel.of("weekly")).isEqualTo(Channel.WEEKLY);
    assertThat(Act.of(Act.BUY.text())).isEqualTo(Act.BUY);
    assertThatThrownBy(() -> Channel.of("pigeon")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Act.of("steal")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Miss.OVER_CAP.text()).isEqualTo("over_cap");
    assertThat(State.PAUSED.text()).isEqualTo("paused");
    StandingOrderId id = StandingFixtures.id("ours");
    assertThat(StandingOrderId.parse(id.text())).isEqualTo(id).hasToString(id.text());
    AllocationId allocation = new AllocationId(Ids.derived("allocation"));
    assertThat(AllocationId.parse(allocation.text()))
        .isEqualTo(allocation)
        .hasToString(allocation.text());
  }

  @Test
  void theIndexOfTestsBehavesAsTheRealOne() {
    InMemoryStandingIndex index = new InMemoryStandingIndex();
    var offer = OfferFixtures.anOffer(OfferFixtures.aLead());
    Arrival arrival =
        new Arrival(SearchFixtures.indexed(offer), Money.usd(20_00), Money.usd(60_00));

    assertThatThrownBy(() -> index.put(List.of(ORDER)))
        .isInstanceOf(StandingIndex.Missing.class)
        .hasMessageContaining("standing-orders");
    index.make();
    index.put(List.of());
    index.put(List.of(ORDER.in(State.PAUSED)));
    index.put(List.of(ORDER));
    assertThat(index.wanting(arrival, LATER)).isEmpty();
    index.goDown();
    assertThatThrownBy(() -> index.wanting(arrival, LATER)).isInstanceOf(IndexUnavailable.class);
    index.comeBack();
    index.vanish();
    assertThatThrownBy(() -> index.wanting(arrival, LATER))
        .isInstanceOf(StandingIndex.Missing.class);
  }

  private static Terms terms(String name, Act act, Optional<Money> limit, List<Limit> caps) {
    return new Terms(
        name,
        BuyBox.of(Map.of()),
        act,
        SaleMode.SHARED,
        limit,
        caps,
        Channel.DAILY,
        Optional.empty());
  }
}
