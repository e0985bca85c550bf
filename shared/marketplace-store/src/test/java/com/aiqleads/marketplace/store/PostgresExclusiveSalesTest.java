package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.exclusivity.ExclusiveSale;
import com.aiqleads.marketplace.exclusivity.ExclusiveSale.Reason;
import com.aiqleads.marketplace.exclusivity.ExclusiveSales;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.SoldOut;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.TakeBack;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is sold to one team alone, and what becomes of it when it comes back.
class PostgresExclusiveSalesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final TeamId OTHERS = new TeamId(Ids.derived("team", "others"));
  private static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));

  private final Database database = Stores.database(postgres);
  private final ExclusiveSales sales = new PostgresExclusiveSales(database);
  private final PostgresReturns returns = ReturnActs.returns(database);
  private final PostgresHolds holds = new PostgresHolds(database, InstantSource.system());
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        List.of(
            OfferFixtures.anOffer(OfferFixtures.aLead(1, 1)),
            OfferFixtures.anOffer(OfferFixtures.aLead(2, 1))));
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void knowsWhatATeamBoughtAlone() {
    bought(OURS, LEAD, SaleMode.EXCLUSIVE);
    bought(OURS, OfferFixtures.leadId(2), SaleMode.SHARED);

    assertThat(sales.of(OURS, 9))
        .singleElement()
        .satisfies(
            sale -> {
              assertThat(sale.lead()).isEqualTo(LEAD);
              assertThat(sale.soldBefore()).isZero();
              assertThat(sale.ending()).isEmpty();
              assertThat(sales.find(sale.line())).contains(sale);
            });
    assertThat(sales.of(OURS, 0)).isEmpty();
    assertThat(sales.of(THEIRS, 9)).isEmpty();
  }

  @Test
  void endsWhenTheLeadIsGivenBack() {
    OrderLineId line = boughtAndLost(OURS, SaleMode.EXCLUSIVE);
    ExclusiveSale before = sales.find(line).orElseThrow();

    recall(OURS, line);

    ExclusiveSale after = sales.find(line).orElseThrow();
    assertThat(after.ending().orElseThrow().reason()).isEqualTo(Reason.GIVEN_BACK);
    assertThat(after.ending().orElseThrow().at()).isAfter(before.soldAt());
    assertThat(after.receipt()).isEqualTo(before.receipt());
  }

  @Test
  void endsWhenTheWholePriceIsRefundedThoughNobodyElseGetsTheLead() {
    OrderLineId line = bought(OURS, LEAD, SaleMode.EXCLUSIVE);

    refund(line, ReturnReason.WRONG_PERSON, 50);
    assertThat(sales.find(line).orElseThrow().ending()).as("half of it").isEmpty();

    refund(line, ReturnReason.FRAUD, 100);
    assertThat(sales.find(line).orElseThrow().ending().orElseThrow().reason())
        .isEqualTo(Reason.REFUNDED);
  }

  @Test
  void sellsAloneWhatNeverArrived() {
    OrderLineId lost = boughtAndLost(OURS, SaleMode.EXCLUSIVE);
    recall(OURS, lost);

    OrderLineId line = bought(THEIRS, LEAD, SaleMode.EXCLUSIVE);

    assertThat(sales.find(line).orElseThrow().soldBefore()).isZero();
    assertThat(sales.find(line).orElseThrow().ending()).isEmpty();
    assertThat(sales.find(lost).orElseThrow().ending()).isPresent();
  }

  @Test
  void sellsAloneWhatNeverArrivedWhereItWasShared() {
    recall(OURS, boughtAndLost(OURS, SaleMode.SHARED));

    OrderLineId line = bought(THEIRS, LEAD, SaleMode.EXCLUSIVE);

    assertThat(sales.find(line).orElseThrow().soldBefore()).isZero();
  }

  /// Another who has it, has it; of two who had it only one knows nothing of its seller.
  @Test
  void sellsNothingAloneThatSomebodyElseHasOrHad() {
    OrderLineId lost = boughtAndLost(OURS, SaleMode.SHARED);
    bought(OTHERS, LEAD, SaleMode.SHARED);
    recall(OURS, lost);

    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.EXCLUSIVE)))
        .containsExactly(new SoldOut(LEAD));
  }

  /// Whoever decides on an appeal may be generous: that nobody has seen it is not said by it.
  @Test
  void sellsNothingAloneThatSomebodySawThoughItWasCreditedOnAppeal() {
    OrderLineId line = boughtAndLost(OURS, SaleMode.SHARED);
    database.update(
        "insert into openings (order_line_id, opened_at) values (?, clock())",
        Parameters.of(line.value()));
    ReturnId asked = Claim.recall(line, ReturnReason.UNDELIVERED).id();
    database.inTransaction(
        () -> {
          ReturnDesk desk = new ReturnDesk(returns);
          desk.take(
              OURS,
              new Claim(line, ReturnReason.UNDELIVERED, Optional.of(Sales.BUYER), "It never came."),
              NOON);
          returns.appeal(OURS, asked, "It really never came.");
          return desk.judge(asked, JUDGE, 100, "Let it be.").orElseThrow();
        });

    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.EXCLUSIVE)).getFirst())
        .isNotInstanceOf(Held.class);
    assertThat(holds.hold(THEIRS, Wishes.of(LEAD, SaleMode.SHARED)).getFirst())
        .as("it was freed")
        .isInstanceOf(Held.class);
  }

  /// Its way is as broken as before: a standing order would buy it for ever.
  @Test
  void sellsWhatNeverArrivedNotToTheSameTeamAgain() {
    recall(OURS, boughtAndLost(OURS, SaleMode.EXCLUSIVE));

    assertThat(holds.hold(OURS, Wishes.of(LEAD, SaleMode.SHARED)).getFirst())
        .isNotInstanceOf(Held.class);
  }

  @Test
  void findsWhatIsSaidToHaveNeverArrivedAndWasSeen() {
    OrderLineId line = boughtAndLost(OURS, SaleMode.EXCLUSIVE);
    recall(OURS, line);
    database.update(
        "insert into openings (order_line_id, opened_at) values (?, clock() - interval '1 minute')",
        Parameters.of(line.value()));

    assertThat(Faults.of(database))
        .singleElement()
        .asString()
        .startsWith("what never arrived nobody has seen");
    postgres.clear();
  }

  /// Of a team with one address, whose server has no name any more.
  private OrderLineId boughtAndLost(TeamId team, SaleMode mode) {
    new PostgresEndpoints(database, () -> CIPHER)
        .add(
            team,
            new EndpointId(Ids.derived("endpoint")),
            new Destination.Webhook(URI.create("https://crm.example/"), SigningSecret.fresh()));
    OrderLineId line = bought(team, LEAD, mode);
    Deliveries deliveries = new PostgresDeliveries(database, () -> CIPHER);
    for (DeliveryId due : deliveries.fallDue(10)) {
      deliveries.tried(
          deliveries.take(due).orElseThrow(),
          new Attempt.GivenUp("The name of the server is unknown.", false));
    }
    return line;
  }

  private void recall(TeamId team, OrderLineId line) {
    clock.pass(Duration.ofMinutes(1));
    assertThat(
            database.inTransaction(
                () ->
                    new ReturnDesk(returns)
                        .recall(returns.sale(team, line).orElseThrow(), ReturnReason.UNDELIVERED)))
        .isPresent();
  }

  /// As somebody of ours decides.
  private void refund(OrderLineId line, ReturnReason reason, int percent) {
    database.inTransaction(
        () -> {
          ReturnDesk desk = new ReturnDesk(returns);
          var asked = new Claim(line, reason, Optional.of(Sales.BUYER), "It is not so.");
          var taken = (TakeBack.Accepted) desk.take(OURS, asked, NOON).orElseThrow();
          return desk.judge(taken.taken().what().id(), JUDGE, percent, "Seen.").orElseThrow();
        });
  }

  private OrderLineId bought(TeamId team, LeadId lead, SaleMode mode) {
    clock.pass(Duration.ofMinutes(1));
    var held = (Held) holds.hold(team, Wishes.of(lead, mode)).getFirst();
    Sales.buy(database, team, held.hold());
    return new PostgresOrders(database)
        .of(team, NOON.plus(Duration.ofDays(400)), 10).stream()
            .flatMap(order -> order.leads().stream())
            .filter(bought -> bought.lead().equals(lead))
            .findFirst()
            .orElseThrow()
            .id();
  }
}
