package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.ReturnActs.BOUNCE;
import static com.aiqleads.marketplace.store.ReturnActs.JUDGE;
import static com.aiqleads.marketplace.store.ReturnActs.claim;
import static com.aiqleads.marketplace.store.SmallMarket.NOON;
import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.PRICE;
import static com.aiqleads.marketplace.store.SmallMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Facts;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnRate;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.ReturnState;
import com.aiqleads.marketplace.returns.Ruling;
import com.aiqleads.marketplace.returns.TakeBack;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReturnsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Money HALF = Money.usd(17_00);

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final PostgresReturns returns = ReturnActs.returns(database);
  private final ReturnActs acts = new ReturnActs(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final TestClock clock = market.clock();

  /// Its seller objected, or it was two homes: the advertisement may still be there.
  @Test
  void leavesAWithdrawalOfAnotherReasonToAPerson() {
    OrderLineId line = market.bought(OURS, 1);
    market.withdraw(1);

    assertThat(acts.take(OURS, line, ReturnReason.LISTING_GONE, "").what().state())
        .isEqualTo(ReturnState.WAITING);
  }

  /// The second reason makes it worth the whole price: only the rest of it moves.
  @Test
  void movesOnlyWhatIsNewOfACumulativeTotal() {
    OrderLineId line = market.bought(OURS, 1);

    assertThat(
            acts.take(OURS, line, ReturnReason.BAD_PHONE, "It says that it is disconnected.")
                .what())
        .extracting(LeadReturn::credited)
        .isEqualTo(HALF);
    assertThat(wallets.of(OURS).balance()).isEqualTo(HALF);
    assertThat(acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE).what().credited())
        .isEqualTo(HALF);

    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
    assertThat(acts.desk().take(OURS, claim(line, ReturnReason.FRAUD, ""), NOON))
        .contains(new TakeBack.GivenBackBefore());
  }

  @Test
  void isOneReturnHoweverOftenItIsAskedFor() {
    OrderLineId line = market.bought(OURS, 1);
    Taken first = acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);

    Taken again = acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, "Other words.");

    assertThat(again.what()).isEqualTo(first.what());
    assertThat(again.what().evidence()).isEqualTo(BOUNCE);
    assertThat(again.settlement()).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(HALF);
  }

  /// Real connections, all at once.
  @Test
  void creditsOnceHoweverManyAskAtOnce() throws Exception {
    OrderLineId line = market.bought(OURS, 1);
    List<Callable<Integer>> racers = new ArrayList<>();
    for (int racer = 0; racer < 8; racer++) {
      ReturnReason reason = racer % 2 == 0 ? ReturnReason.BOUNCED_EMAIL : ReturnReason.BAD_PHONE;
      racers.add(() -> moved(Stores.database(postgres), line, reason));
    }

    int movers = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(racers.size())) {
      for (var done : threads.invokeAll(racers)) {
        movers += done.get();
      }
    }

    assertThat(movers).as("one for each reason").isEqualTo(2);
    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
  }

  private static int moved(Database connection, OrderLineId line, ReturnReason reason) {
    return connection.inTransaction(
        () -> {
          var taken =
              new ReturnActs(connection).desk().take(OURS, claim(line, reason, BOUNCE), NOON);
          return taken.orElseThrow() instanceof TakeBack.Accepted(Taken what)
                  && what.settlement()
                      .filter(settlement -> settlement.moved().minorUnits() > 0)
                      .isPresent()
              ? 1
              : 0;
        });
  }

  /// All of it or nothing: whoever asks again finds nothing, and gets it then.
  @Test
  void keepsNothingOfADecisionThatWasNotCommitted() {
    OrderLineId line = market.bought(OURS, 1);

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      acts.desk().take(OURS, claim(line, ReturnReason.BOUNCED_EMAIL, BOUNCE), NOON);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    assertThat(returns.of(OURS, NOON.plusSeconds(600), 10)).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
    assertThat(acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE).what().credited())
        .isEqualTo(HALF);
  }

  @Test
  void keepsEachDecisionSoThatItCanBeMadeAgain() {
    OrderLineId line = market.bought(OURS, 1);
    acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);
    FactsJson json = new FactsJson(Stores.JSON);

    List<Ruling> again =
        database.query(
            "select inputs from return_rulings",
            Parameters.of(),
            row -> Ruling.on(ReturnReason.BOUNCED_EMAIL, json.read(row.getString("inputs"))));

    assertThat(again)
        .singleElement()
        .satisfies(
            ruling -> {
              assertThat(ruling.total()).isEqualTo(HALF);
              assertThat(ruling.state()).isEqualTo(ReturnState.CREDITED);
            });
    assertThat(inputs()).doesNotContain("maria", "3055550123", "305-555");
    assertThatThrownBy(() -> database.update("delete from return_rulings", Parameters.of()))
        .isInstanceOf(StoreFailure.class);
  }

  private String inputs() {
    return database
        .query("select inputs from return_rulings", Parameters.of(), row -> row.getString(1))
        .getFirst();
  }

  @Test
  void letsAPersonHaveTheLastWord() {
    market.bought(OURS, 1);
    OrderLineId line = market.bought(OURS, 3);
    Taken refused = acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, "It came back.");
    ReturnId id = refused.what().id();
    assertThat(refused.what().isAppealable()).isTrue();
    assertThat(returns.toJudge(10)).isEmpty();

    assertThat(returns.appeal(THEIRS, id, "Mine.")).isFalse();
    assertThat(returns.appeal(OURS, id, "Really.")).isTrue();
    assertThat(returns.appeal(OURS, id, "Really.")).isFalse();

    assertThat(returns.toJudge(10))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.appeal()).isEqualTo("Really.");
              assertThat(waiting.settledAt()).isEmpty();
            });
    Taken judged = acts.judge(id, 80);
    assertThat(judged.what().credited()).isEqualTo(Money.usd(27_20));
    assertThat(judged.what().isAppealable()).isFalse();
    assertThat(database.inTransaction(() -> acts.desk().judge(id, JUDGE, 100, "Again."))).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(27_20));
  }

  @Test
  void knowsHowMuchATeamReturnsOnItsWord() {
    OrderLineId first = market.bought(OURS, 1);
    OrderLineId second = market.bought(OURS, 2);
    acts.take(OURS, first, ReturnReason.WRONG_PERSON, "A tenant answered the phone.");
    acts.take(OURS, second, ReturnReason.DUPLICATE, "");

    Facts facts = facts(OURS, market.bought(OURS, 3));

    assertThat(facts.history()).isEqualTo(new Facts.History(3, 1));
    clock.pass(Duration.ofDays(90));
    assertThat(facts(OURS, market.newest(OURS)).history()).isEqualTo(new Facts.History(0, 0));
  }

  @Test
  void isTooLateAfterItsWindow() {
    OrderLineId line = market.bought(OURS, 1);

    assertThat(
            acts.desk()
                .take(
                    OURS,
                    claim(line, ReturnReason.OUT_OF_AREA, ""),
                    NOON.plus(Duration.ofDays(15))))
        .contains(new TakeBack.TooLate(NOON.plusSeconds(60).plus(Duration.ofDays(14))));
    assertThat(acts.desk().take(THEIRS, claim(line, ReturnReason.FRAUD, ""), NOON)).isEmpty();
    assertThat(returns.find(THEIRS, ReturnId.of(line, ReturnReason.FRAUD))).isEmpty();
  }

  @Test
  void countsWhatCameBack() {
    market.bought(OURS, 1);
    acts.take(OURS, market.bought(OURS, 2), ReturnReason.DUPLICATE, "");
    OrderLineId theirs = market.bought(THEIRS, 1);
    market.withdrawAsGone(1, NOON.plusSeconds(60));
    acts.recall(returns.sale(THEIRS, theirs).orElseThrow(), ReturnReason.LISTING_GONE);

    assertThat(returns.rates())
        .containsExactlyInAnyOrder(
            new ReturnRate(ReturnRate.Kind.SOURCE, "fsbo", 3, 2, 1),
            new ReturnRate(ReturnRate.Kind.TEAM, OURS.value().toString(), 2, 1, 0),
            new ReturnRate(ReturnRate.Kind.TEAM, THEIRS.value().toString(), 1, 1, 1),
            new ReturnRate(ReturnRate.Kind.REASON, "DUPLICATE", 3, 1, 0),
            new ReturnRate(ReturnRate.Kind.REASON, "LISTING_GONE", 3, 1, 1));
  }

  /// It may say how to reach the seller.
  @Test
  void forgetsEvidenceWithTheContact() {
    OrderLineId line = market.bought(OURS, 1);
    acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);
    assertThat(sealedEvidence()).allSatisfy(text -> assertThat(text).doesNotContain("maria"));

    Stores.offers(database).withhold(OfferFixtures.leadId(1), 1);

    assertThat(returns.of(OURS, NOON.plusSeconds(600), 10))
        .singleElement()
        .satisfies(it -> assertThat(it.evidence()).isEmpty());
    assertThat(facts(OURS, line).ways().known()).isFalse();
  }

  @Test
  void keepsNoWordOfALeadWhoseContactHasGone() {
    OrderLineId line = market.bought(OURS, 1);
    database.update("delete from contacts", Parameters.of());

    ReturnId id =
        acts.take(OURS, line, ReturnReason.OUT_OF_AREA, "It is Maria's in Tampa.").what().id();
    acts.judge(id, 0);
    assertThat(returns.appeal(OURS, id, "Call 305-555-0123.")).isTrue();

    assertThat(
            database.query(
                "select coalesce(evidence, appeal, 'nothing') from returns",
                Parameters.of(),
                row -> row.getString(1)))
        .containsExactly("nothing");
  }

  private List<String> sealedEvidence() {
    return database.query("select evidence from returns", Parameters.of(), row -> row.getString(1));
  }

  @Test
  void findsWhatIsWrong() {
    OrderLineId line = market.bought(OURS, 1);
    acts.take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);
    database.update(
        "update line_returns set refunded = 5000, freed = true, freed_at = clock() + interval '1s'",
        Parameters.of());
    database.update("update returns set moved = 1", Parameters.of());

    assertThat(Faults.of(database))
        .anyMatch(fault -> fault.startsWith("no more is given back than was paid"))
        .anyMatch(fault -> fault.startsWith("what is given back is posted"))
        .anyMatch(fault -> fault.startsWith("a return moved what its rulings say"))
        .anyMatch(fault -> fault.startsWith("a lead is given back as far as its returns say"))
        .anyMatch(fault -> fault.startsWith("only what is given back whole is sold again"))
        .anyMatch(fault -> fault.startsWith("a bought lead has its slots"))
        .anyMatch(fault -> fault.startsWith("who gave a lead back does not have it again"))
        .anyMatch(fault -> fault.startsWith("what is worthless to everybody is not sold again"))
        .noneMatch(fault -> fault.startsWith("who buys alone is the first who has it"));
    clock.pass(Duration.ofMinutes(1));
    market.bought(THEIRS, 1);
    database.update(
        "update order_lines set exclusive = true where order_line_id = ?",
        Parameters.of(market.newest(THEIRS).value()));
    assertThat(Faults.of(database))
        .anyMatch(fault -> fault.startsWith("who buys alone is the first who has it"));
    postgres.clear();
  }

  private Facts facts(TeamId team, OrderLineId line) {
    return returns.facts(
        returns.sale(team, line).orElseThrow(), claim(line, ReturnReason.DUPLICATE, ""));
  }
}
