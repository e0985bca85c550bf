package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static com.aiqleads.marketplace.store.StandingMarket.LIMIT;
import static com.aiqleads.marketplace.store.StandingMarket.OURS;
import static com.aiqleads.marketplace.store.StandingMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Change;
import com.aiqleads.testkit.PostgresService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStandingOrdersTest {
  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final StandingMarket market = new StandingMarket(database, new TestClock(postgres));
  private final StandingOrders orders = market.orders;
  private final Allocations allocations = market.allocations;

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void aTeamSeesAndChangesItsOwnOnly() {
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));
    StandingOrder stolen =
        new StandingOrder(
            order.id(),
            THEIRS,
            order.owner(),
            2,
            State.ENDED,
            order.terms(),
            order.since(),
            order.madeAt());

    assertThat(orders.find(THEIRS, order.id())).isEmpty();
    assertThat(orders.of(THEIRS)).isEmpty();
    assertThat(orders.replace(stolen)).isEqualTo(Change.STALE);
    assertThat(orders.find(OURS, order.id())).contains(order);
    assertThat(orders.replace(order.in(State.PAUSED))).isEqualTo(Change.DONE);
    assertThat(orders.replace(order.in(State.PAUSED))).isEqualTo(Change.STALE);
    orders.replace(order.in(State.PAUSED).in(State.ENDED));
    assertThat(orders.of(OURS)).isEmpty();
    assertThat(orders.find(OURS, order.id())).isEmpty();
  }

  @Test
  void aTeamHasSoManyAndNoMore() {
    for (int number = 0; number < StandingOrder.MOST; number++) {
      assertThat(orders.add(order("order " + number, OURS, buying(LIMIT)))).isEqualTo(Change.DONE);
    }

    assertThat(orders.add(order("one more", OURS, buying(LIMIT)))).isEqualTo(Change.TOO_MANY);
  }

  @Test
  void knowsWhatTheIndexHas() {
    StandingOrder order = market.added("ours", OURS, buying(LIMIT));

    assertThat(allocations.unindexed(9)).containsExactly(order);
    allocations.indexed(List.of(order));
    assertThat(allocations.unindexed(9)).isEmpty();
    orders.replace(order.in(State.PAUSED));
    assertThat(allocations.unindexed(9)).containsExactly(order.in(State.PAUSED));
    allocations.indexed(List.of(order.in(State.PAUSED)));
    allocations.indexed(List.of(order));
    assertThat(allocations.unindexed(9)).isEmpty();
    allocations.forgetIndexed();
    assertThat(allocations.unindexed(9)).hasSize(1);
  }
}
