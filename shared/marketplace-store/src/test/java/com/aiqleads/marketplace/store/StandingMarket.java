package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.standing.Allocation;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.LeadOpenings;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Change;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.marketplace.standing.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Teams with standing orders, leads that come on sale, and allocations as the function makes
/// them.
final class StandingMarket {
  static final TeamId OURS = StandingFixtures.team("ours");
  static final TeamId THEIRS = StandingFixtures.team("theirs");
  static final Money LIMIT = Money.usd(100_00);
  static final Verdict BOUGHT = new Verdict.Bought();

  final StandingOrders orders;
  final Allocations allocations;
  final LeadOpenings openings;
  private final Database database;

  /// @param time by which holds end, and everything else here
  StandingMarket(Database database, TestClock time) {
    this.database = database;
    time.pass(Duration.ZERO);
    InstantSource clock = () -> Stores.clock(database);
    this.orders = new PostgresStandingOrders(database, clock);
    this.allocations = new PostgresAllocations(database, clock);
    this.openings = new PostgresLeadOpenings(database, clock);
  }

  void rich(TeamId team) {
    new PostgresWallets(database)
        .grant(team, Sales.gift("for " + team.text(), Money.usd(1_000_00)));
  }

  StandingOrder added(String name, TeamId team, Terms terms) {
    StandingOrder order = order(name, team, terms);
    assertThat(orders.add(order)).isEqualTo(Change.DONE);
    return order;
  }

  LeadId onSale(int number) {
    var lead = OfferFixtures.aLead(number, 1);
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(lead)));
    return lead.id();
  }

  Begun begin(LeadId lead, StandingOrder... found) {
    return allocations.begin(
        allocations.arrival(lead).orElseThrow(),
        Arrays.stream(found).map(StandingOrder::id).toList());
  }

  /// As the function does it.
  Map<StandingOrderId, Verdict> allocate(LeadId lead, StandingOrder... found) {
    return finish(begin(lead, found));
  }

  Map<StandingOrderId, Verdict> finish(Begun begun) {
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>(begun.answers());
    while (true) {
      Map<StandingOrderId, Verdict> verdicts =
          Allocation.of(begun.input().lead(), begun.input().candidates(), answers);
      Optional<StandingOrderId> next = Allocation.next(verdicts);
      if (next.isEmpty()) {
        allocations.finish(begun, verdicts);
        return verdicts;
      }
      var candidate =
          begun.input().candidates().stream()
              .filter(one -> one.order().equals(next.orElseThrow()))
              .findFirst()
              .orElseThrow();
      answers.put(
          next.orElseThrow(), allocations.buy(begun.id(), candidate).orElseThrow().verdict());
    }
  }

  Verdict buyFirst(Begun begun) {
    return allocations
        .buy(begun.id(), begun.input().candidates().getFirst())
        .orElseThrow()
        .verdict();
  }

  List<TeamId> owners(LeadId lead) {
    return database.query(
        "select holder_team from slots where lead_id = ? and state = 'SOLD'",
        Parameters.of(lead.value()),
        row -> new TeamId(row.getObject(1, UUID.class)));
  }

  long price(LeadId lead) {
    return database
        .query(
            "select price from offers where lead_id = ?",
            Parameters.of(lead.value()),
            row -> row.getLong(1))
        .getFirst();
  }

  long balance(TeamId team) {
    return database
        .query(
            "select balance from accounts where team_id = ?",
            Parameters.of(team.value()),
            row -> row.getLong(1))
        .getFirst();
  }

  static Verdict missed(Miss why) {
    return new Verdict.Missed(why);
  }
}
