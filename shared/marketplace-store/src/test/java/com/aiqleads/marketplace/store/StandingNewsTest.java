package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static com.aiqleads.marketplace.store.StandingMarket.LIMIT;
import static com.aiqleads.marketplace.store.StandingMarket.OURS;
import static com.aiqleads.marketplace.store.StandingMarket.THEIRS;
import static com.aiqleads.marketplace.store.StandingMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Allocations.News;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Change;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingNewsTest {
  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final TestClock time = new TestClock(postgres);
  private final StandingMarket market = new StandingMarket(database, time);
  private final StandingOrders orders = market.orders;
  private final Allocations allocations = market.allocations;

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void tellsOfALeadOnceAtOnce() {
    StandingOrder order = market.added("ours", OURS, StandingFixtures.alerting(Channel.INSTANT));
    LeadId lead = market.onSale(1);
    Begun begun = market.begin(lead, order);

    List<News> news = allocations.finish(begun, Map.of());

    assertThat(news)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.team()).isEqualTo(OURS);
              assertThat(one.reader()).isEqualTo(order.owner());
              assertThat(one.lines())
                  .singleElement()
                  .satisfies(line -> assertThat(line.lead()).isEqualTo(lead));
            });
    assertThat(allocations.finish(begun, Map.of())).isEmpty();
    database.update("update offers set revision = revision + 1", Parameters.of());
    assertThat(allocations.finish(market.begin(lead, order), Map.of())).isEmpty();
    assertThat(allocations.due(9)).isEmpty();
  }

  @Test
  void gathersWhatIsTooMuchToBeToldAtOnce() {
    StandingOrder order = market.added("ours", OURS, StandingFixtures.alerting(Channel.INSTANT));
    market.rich(OURS);
    for (int number = 1; number <= News.MOST_AT_ONCE; number++) {
      assertThat(allocations.finish(market.begin(market.onSale(number), order), Map.of()))
          .hasSize(1);
    }

    for (int more = 1; more <= 2; more++) {
      LeadId lead = market.onSale(News.MOST_AT_ONCE + more);
      assertThat(allocations.finish(market.begin(lead, order), Map.of())).isEmpty();
    }
    time.pass(Duration.ofSeconds(1));

    assertThat(allocations.due(9))
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.reader()).isEqualTo(order.owner());
              assertThat(news.lines()).hasSize(2);
            });
    assertThat(allocations.due(9)).isEmpty();
    time.pass(Duration.ofHours(1));
    assertThat(allocations.finish(market.begin(market.onSale(99), order), Map.of())).hasSize(1);
  }

  @Test
  void tellsNobodyAtOnceOfWhatWasMissed() {
    market.rich(OURS);
    Terms terms = buying(LIMIT, List.of(new Limit(Span.DAY, Optional.of(0), Optional.empty())));
    StandingOrder order = market.added("ours", OURS, terms);

    assertThat(market.allocate(market.onSale(1), order))
        .containsEntry(order.id(), missed(Miss.OVER_CAP));
    time.pass(Duration.ofDays(1));

    assertThat(allocations.due(9)).isEmpty();
  }

  @Test
  void tellsOfALeadThatItMissedWhileItBought() {
    StandingOrder poor = market.added("ours", OURS, buying(LIMIT));
    LeadId lead = market.onSale(1);
    assertThat(market.allocate(lead, poor))
        .containsEntry(poor.id(), missed(Miss.TOO_LITTLE_CREDIT));
    StandingOrder alert = poor.with(StandingFixtures.alerting(Channel.INSTANT), poor.since());
    assertThat(orders.replace(alert)).isEqualTo(Change.DONE);
    database.update(
        "update offers set price = price - 1, revision = revision + 1 where lead_id = ?",
        Parameters.of(lead.value()));

    List<News> news = allocations.finish(market.begin(lead, alert), Map.of());

    assertThat(news)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.lines())
                    .singleElement()
                    .satisfies(
                        line -> assertThat(line.price()).isEqualTo(Money.usd(market.price(lead)))));
    assertThat(orders.results(OURS, alert.id(), Instant.parse("2030-01-01T00:00:00Z"), 9))
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Told.class));
  }

  @Test
  void tellsByTheDayAtEightInTheMorningWhereTheTeamIs() {
    market.rich(OURS);
    market.rich(THEIRS);
    database.update(
        "update buyers set time_zone = 'America/New_York' where team_id = ?",
        Parameters.of(OURS.value()));
    StandingOrder ours = market.added("ours", OURS, StandingFixtures.alerting(Channel.DAILY));
    StandingOrder theirs =
        market.added("theirs", THEIRS, StandingFixtures.alerting(Channel.WEEKLY));
    market.allocate(market.onSale(1), ours, theirs);

    // Friday noon in London is seven in New York.
    time.pass(Duration.ofMinutes(59));
    assertThat(allocations.due(9)).isEmpty();
    time.pass(Duration.ofMinutes(1));
    assertThat(allocations.due(9)).singleElement().extracting(News::team).isEqualTo(OURS);
    assertThat(allocations.due(9)).isEmpty();
    time.pass(Duration.ofHours(67));
    // Monday at eight in London.
    assertThat(allocations.due(9)).singleElement().extracting(News::team).isEqualTo(THEIRS);
    assertThat(allocations.due(9)).isEmpty();
  }
}
