package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is bought, given back, appealed, judged, recalled, contested and refunded, in
/// whatever
/// order: after every act the books have no fault, and nobody got more back than was paid.
class ReturnsModelTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));
  private static final String BOUNCE = "550 5.1.1 <maria@example.com>: no such user";
  private static final List<ReturnReason> REASONS = List.of(ReturnReason.values());
  private static final int LEADS = 12;
  private static final int ACTS = 60;

  private final Database database = Stores.database(postgres);
  private final PostgresPayments payments = new PostgresPayments(database);
  private final PostgresReturns returns = ReturnActs.returns(database);
  private final TestClock clock = new TestClock(postgres);
  private final List<String> acts = new ArrayList<>();
  private final List<OrderLineId> lines = new ArrayList<>();
  private int paid;
  private int bought;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void leavesNoFaultAfterAnySequence(long seed) {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, LEADS)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
    Random random = new Random(seed);
    for (int act = 0; act < ACTS; act++) {
      clock.pass(Duration.ofMinutes(1));
      act(random);
      assertThat(Faults.of(database)).as("seed %s after %s", seed, acts).isEmpty();
      assertThat(moreThanPaid()).as("seed %s after %s", seed, acts).isZero();
    }
    assertThat(acts).as("something was given back").anyMatch(it -> it.contains("CREDITED"));
  }

  private void act(Random random) {
    switch (random.nextInt(10)) {
      case 0 -> pay();
      case 1, 2, 3 -> buy();
      case 4, 5 -> giveBack(random);
      case 6 -> appeal(random);
      case 7 -> judge(random);
      case 8 -> bank(random);
      default -> recall(random);
    }
  }

  private void pay() {
    String name = "p" + ++paid;
    payments.start(TEAM, GatewayTalk.topUp(name, 50_00));
    said("pay " + name + " " + payments.heard(GatewayTalk.paid(name, 50_00)));
  }

  private void buy() {
    if (bought == LEADS) {
      return;
    }
    LeadId lead = OfferFixtures.leadId(++bought);
    var answer =
        new PostgresHolds(database, InstantSource.system())
            .hold(TEAM, Wishes.of(lead, SaleMode.SHARED))
            .getFirst();
    if (answer instanceof Held(var hold)) {
      var purchase =
          new PostgresOrders(database)
              .checkOut(TEAM, Sales.checkout("buy " + bought, Money.usd(34_00), hold));
      said("buy " + bought + " " + purchase.getClass().getSimpleName());
      newest(lead).ifPresent(lines::add);
    }
  }

  private Optional<OrderLineId> newest(LeadId lead) {
    return database.queryOne(
        "select order_line_id from order_lines where lead_id = ?",
        Parameters.of(lead.value()),
        row -> new OrderLineId(row.getObject(1, UUID.class)));
  }

  private void giveBack(Random random) {
    if (lines.isEmpty()) {
      return;
    }
    OrderLineId line = lines.get(random.nextInt(lines.size()));
    ReturnReason reason = REASONS.get(random.nextInt(REASONS.size()));
    Claim claim = new Claim(line, reason, Optional.of(Sales.BUYER), BOUNCE);
    database.inTransaction(() -> new ReturnDesk(returns).take(TEAM, claim, NOON));
    said(
        "give back %s for %s: %s"
            .formatted(line, reason, returns.find(claim.id()).map(LeadReturn::state).orElse(null)));
  }

  private void appeal(Random random) {
    List<LeadReturn> refused =
        returns.of(TEAM, NOON.plus(Duration.ofDays(400)), 50).stream()
            .filter(LeadReturn::isAppealable)
            .toList();
    if (!refused.isEmpty()) {
      LeadReturn one = refused.get(random.nextInt(refused.size()));
      said("appeal " + one.id() + " " + returns.appeal(TEAM, one.id(), "Really."));
    }
  }

  private void judge(Random random) {
    int percent = random.nextInt(101);
    returns.toJudge(1).stream()
        .findFirst()
        .ifPresent(
            one -> {
              database.inTransaction(
                  () -> new ReturnDesk(returns).judge(one.id(), JUDGE, percent, "Looked."));
              said("judge " + one.id() + " " + percent);
            });
  }

  private void bank(Random random) {
    if (paid == 0) {
      return;
    }
    String name = "p" + (1 + random.nextInt(paid));
    String act =
        switch (random.nextInt(5)) {
          case 0 -> "OPEN " + dispute(name, Standing.OPEN);
          case 1 -> "LOST " + dispute(name, Standing.LOST);
          case 2 -> "WON " + dispute(name, Standing.WON);
          case 3 ->
              "refund " + payments.heard(GatewayTalk.refund("re " + name, name, 20_00, false));
          default ->
              "no refund " + payments.heard(GatewayTalk.refund("re " + name, name, 20_00, true));
        };
    said("bank " + name + " " + act);
  }

  private Object dispute(String name, Standing standing) {
    return payments.heard(GatewayTalk.disputed("d" + acts.size(), name, 30_00, standing, 1));
  }

  private void recall(Random random) {
    if (lines.isEmpty()) {
      return;
    }
    OrderLineId line = lines.get(random.nextInt(lines.size()));
    database.inTransaction(
        () ->
            new ReturnDesk(returns)
                .recall(returns.sale(TEAM, line).orElseThrow(), ReturnReason.DUPLICATE));
    said("recall " + line);
  }

  private void said(String act) {
    acts.add(act);
  }

  private long moreThanPaid() {
    return database
        .query(
            """
            select (select count(*) from line_returns r join order_lines l using (order_line_id)
                where r.refunded > l.amount)
              + (select count(*) from payments where clawed - reinstated > granted)
            """,
            Parameters.of(),
            row -> row.getLong(1))
        .getFirst();
  }
}
