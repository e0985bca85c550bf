package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static com.aiqleads.marketplace.store.StandingMarket.LIMIT;
import static com.aiqleads.marketplace.store.StandingMarket.OURS;
import static com.aiqleads.marketplace.store.StandingMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingFaultsTest {
  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final StandingMarket market = new StandingMarket(database, new TestClock(postgres));

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void theBooksSeeWhatMustNeverBeOfStandingOrders() {
    market.rich(OURS);
    Limit hour = new Limit(Span.HOUR, Optional.of(1), Optional.empty());
    StandingOrder order = market.added("ours", OURS, buying(LIMIT, List.of(hour)));
    market.added("theirs", THEIRS, buying(LIMIT));
    LeadId lead = market.onSale(1);
    market.allocate(lead, order);
    Faults.none(database);

    List<String> broken =
        List.of(
            "update marketplace.orders set team_id = (select team_id from marketplace.standing_orders"
                + " where team_id <> orders.team_id)",
            "update marketplace.order_lines set lead_id = gen_random_uuid()",
            "update marketplace.standing_terms set limit_amount = 1",
            "update marketplace.standing_terms set state = 'PAUSED'",
            "update marketplace.allocations set price = price + 1",
            "update marketplace.standing_terms set cap_leads = '{0}' where cap_spans <> '{}'",
            "update marketplace.standing_results set outcome = 'TOLD'",
            "delete from marketplace.allocation_tries",
            "update marketplace.allocations set input = ''",
            "update marketplace.allocations set result = replace(result, 'BOUGHT', 'FULL')");

    assertThat(broken.stream().map(this::faultsAfter).toList())
        .containsExactly(
            List.of("a standing order buys for its own team, what was allocated"),
            List.of("a standing order buys for its own team, what was allocated"),
            List.of("a standing order buys by its terms"),
            List.of("a standing order buys by its terms"),
            List.of("a standing order buys by its terms"),
            List.of("a standing order buys no more than its caps"),
            List.of("what a standing order bought is among its results"),
            List.of(
                "an allocation says who bought", "what a standing order says it bought was bought"),
            List.of("an allocation can be decided again"),
            List.of("an allocation says who bought"));
    Faults.none(database);
  }

  /// It is half past where a team in Kolkata is, which may have moved since.
  @Test
  void knowsTheShortestThatAnHourMayHaveBeen() {
    assertThat(
            database.queryOne(
                "select hour_start('2026-11-22T10:40:00Z')",
                _ -> {},
                row -> row.getObject(1, OffsetDateTime.class).toInstant()))
        .contains(Instant.parse("2026-11-22T10:30:00Z"));
  }

  /// Of standing orders, when somebody changed that by hand; afterwards it is as it was.
  private List<String> faultsAfter(String change) {
    Database administrator = new Database(postgres.administrator());
    List<String> faults = new ArrayList<>();
    assertThatThrownBy(
            () ->
                administrator.inTransaction(
                    () -> {
                      administrator.update("set session_replication_role = replica", _ -> {});
                      administrator.update("set search_path = marketplace, public", _ -> {});
                      administrator.update(change, _ -> {});
                      faults.addAll(
                          administrator.query(
                              "select distinct rule from standing_faults() order by rule",
                              _ -> {},
                              row -> row.getString(1)));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    return faults;
  }
}
