package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static com.aiqleads.marketplace.store.StandingMarket.BOUGHT;
import static com.aiqleads.marketplace.store.StandingMarket.LIMIT;
import static com.aiqleads.marketplace.store.StandingMarket.OURS;
import static com.aiqleads.marketplace.store.StandingMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingCapsTest {
  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final TestClock time = new TestClock(postgres);
  private final StandingMarket market = new StandingMarket(database, time);

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void countsCapsWhereTheTeamIs() {
    market.rich(OURS);
    database.update(
        "update buyers set time_zone = 'America/New_York' where team_id = ?",
        Parameters.of(OURS.value()));
    Limit one = new Limit(Span.DAY, Optional.of(1), Optional.empty());
    StandingOrder order = market.added("ours", OURS, buying(LIMIT, List.of(one)));

    // It is seven in the morning there.
    assertThat(market.allocate(market.onSale(1), order)).containsEntry(order.id(), BOUGHT);
    assertThat(market.allocate(market.onSale(2), order))
        .containsEntry(order.id(), missed(Miss.OVER_CAP));
    time.pass(Duration.ofHours(16));
    assertThat(market.allocate(market.onSale(3), order))
        .containsEntry(order.id(), missed(Miss.OVER_CAP));
    time.pass(Duration.ofHours(1));
    assertThat(market.allocate(market.onSale(4), order)).containsEntry(order.id(), BOUGHT);
  }

  @Test
  void buysUpToACapOfMoneyAndNotACentMore() {
    market.rich(OURS);
    LeadId first = market.onSale(1);
    Money twice = Money.usd(2 * market.price(first));
    Limit week = new Limit(Span.WEEK, Optional.empty(), Optional.of(twice));
    StandingOrder order = market.added("ours", OURS, buying(LIMIT, List.of(week)));

    assertThat(market.allocate(first, order)).containsEntry(order.id(), BOUGHT);
    assertThat(market.allocate(market.onSale(2), order)).containsEntry(order.id(), BOUGHT);
    assertThat(market.allocate(market.onSale(3), order))
        .containsEntry(order.id(), missed(Miss.OVER_CAP));
  }
}
