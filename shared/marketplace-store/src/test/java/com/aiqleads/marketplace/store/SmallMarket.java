package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// At noon three leads are on sale, at one price, and there are two teams. Whatever they do, there
/// is no fault afterwards.
final class SmallMarket implements BeforeEachCallback, AfterEachCallback {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final Money PRICE = Money.usd(34_00);
  static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));

  private final PostgresService postgres;
  private final Database database;
  private final TestClock clock;

  SmallMarket(PostgresService postgres) {
    this.postgres = postgres;
    this.database = Stores.database(postgres);
    this.clock = new TestClock(postgres);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Faults.none(database);
  }

  Database database() {
    return database;
  }

  TestClock clock() {
    return clock;
  }

  Hold hold(TeamId team, int number) {
    return Sales.hold(database, team, OfferFixtures.leadId(number));
  }

  /// A minute after whatever was before.
  OrderLineId bought(TeamId team, int number) {
    clock.pass(Duration.ofMinutes(1));
    assertThat(Sales.buy(database, team, hold(team, number))).isInstanceOf(Purchase.Paid.class);
    LeadId lead = OfferFixtures.leadId(number);
    return lines(team).stream()
        .filter(line -> line.lead().equals(lead))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// Of what the team has bought.
  OrderLineId newest(TeamId team) {
    return lines(team).getFirst().id();
  }

  private List<BoughtLead> lines(TeamId team) {
    return new PostgresOrders(database)
        .of(team, NOON.plus(Duration.ofDays(400)), 10).stream()
            .flatMap(order -> order.leads().stream())
            .toList();
  }

  void withdraw(int number) {
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 2)), Standing.WITHDRAWN);
  }

  /// Its advertisement was no longer there then.
  void withdrawAsGone(int number, Instant at) {
    withdraw(number);
    Stores.offers(database).noteGone(OfferFixtures.leadId(number), 2, at);
  }
}
