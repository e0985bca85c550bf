package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static com.aiqleads.marketplace.store.StandingMarket.LIMIT;
import static com.aiqleads.marketplace.store.StandingMarket.OURS;
import static com.aiqleads.marketplace.store.StandingMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Answer;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExplanationsTest {
  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final TestClock time = new TestClock(postgres);
  private final StandingMarket market = new StandingMarket(database, time);
  private final StandingOrders orders = market.orders;

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void explainsEveryMiss() {
    market.rich(OURS);
    Terms terms = buying(LIMIT);
    StandingOrder got = market.added("got", OURS, terms);
    StandingOrder second = market.added("second", OURS, buying(Money.usd(99_00)));
    StandingOrder cheap = market.added("cheap", OURS, buying(Money.usd(1)));
    StandingOrder elsewhere =
        market.added(
            "elsewhere",
            OURS,
            StandingFixtures.lookingFor(terms, Map.of("city", "Austin TX", "q", "castle")));
    StandingOrder paused = market.added("paused", OURS, terms);
    orders.replace(paused.in(State.PAUSED));
    StandingOrder over =
        market.added(
            "over", OURS, StandingFixtures.until(terms, Instant.parse("2026-11-19T00:00:00Z")));
    LeadId lead = market.onSale(1);
    assertThat(orders.why(OURS, lead).orElseThrow())
        .allSatisfy(one -> assertThat(why(one)).isEqualTo(Miss.BEING_MATCHED));

    market.allocate(lead, got, second, cheap, elsewhere, over);
    time.pass(Duration.ofSeconds(1));
    orders.replace(paused.in(State.PAUSED).in(State.ACTIVE));
    StandingOrder late = market.added("late", OURS, terms);

    List<Answer> answers = orders.why(OURS, lead).orElseThrow();
    Map<StandingOrderId, Outcome> said = new LinkedHashMap<>();
    answers.forEach(one -> said.put(one.order().id(), one.outcome()));
    assertThat(said.get(got.id())).isEqualTo(new Outcome.Bought(Money.usd(market.price(lead))));
    assertThat(miss(said, second)).isEqualTo(Miss.OWN_ORDER);
    assertThat(miss(said, cheap)).isEqualTo(Miss.ABOVE_LIMIT);
    assertThat(miss(said, elsewhere)).isEqualTo(Miss.OUTSIDE_BUY_BOX);
    assertThat(((Outcome.Missed) Objects.requireNonNull(said.get(elsewhere.id()))).why().parts())
        .contains("It lacks the words castle.");
    assertThat(miss(said, paused)).isEqualTo(Miss.PAUSED);
    assertThat(miss(said, over)).isEqualTo(Miss.EXPIRED);
    assertThat(miss(said, late)).isEqualTo(Miss.NOT_YET_MADE);
    assertThat(orders.why(THEIRS, lead).orElseThrow()).isEmpty();
    assertThat(orders.why(OURS, OfferFixtures.leadId(77))).isEmpty();
  }

  @Test
  void saysOfWhatNobodyWantedThatTheOrderWasNotThere() {
    LeadId lead = market.onSale(1);
    market.begin(lead);
    time.pass(Duration.ofSeconds(1));
    market.added("late", OURS, buying(LIMIT));

    assertThat(market.orders.why(OURS, lead).orElseThrow())
        .singleElement()
        .satisfies(one -> assertThat(why(one)).isEqualTo(Miss.NOT_YET_MADE));
  }

  private static Miss why(Answer answer) {
    return ((Outcome.Missed) answer.outcome()).why().miss();
  }

  private static Miss miss(Map<StandingOrderId, Outcome> said, StandingOrder order) {
    return ((Outcome.Missed) Objects.requireNonNull(said.get(order.id()))).why().miss();
  }
}
