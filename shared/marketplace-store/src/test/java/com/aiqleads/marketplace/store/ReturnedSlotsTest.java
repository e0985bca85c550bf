package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.SmallMarket.NOON;
import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.PRICE;
import static com.aiqleads.marketplace.store.SmallMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.AlreadyOwned;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.SoldOut;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.ReturnState;
import com.aiqleads.marketplace.returns.Verdict;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.testkit.PostgresService;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may buy what was given back.
class ReturnedSlotsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  private final Database database = market.database();
  private final ReturnActs acts = new ReturnActs(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final PostgresHolds holds = new PostgresHolds(database, InstantSource.system());

  /// The fixtures' leads are all of one home: whoever buys two has bought one twice.
  @Test
  void givesADuplicateBackToItsLotAndItsSlotToOthers() {
    market.bought(OURS, 1);
    OrderLineId second = market.bought(OURS, 2);

    Taken taken = acts.take(OURS, second, ReturnReason.DUPLICATE, "");

    assertThat(taken.what().state()).isEqualTo(ReturnState.CREDITED);
    assertThat(taken.what().verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(taken.what().credited()).isEqualTo(PRICE);
    assertThat(taken.settlement().orElseThrow().freed()).isPresent();
    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.remaining()).isEqualTo(PRICE);
              assertThat(lot.amount()).isEqualTo(PRICE);
            });
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 1))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.kind()).isEqualTo(Movement.Kind.RETURN);
              assertThat(line.amount()).isEqualTo(PRICE);
            });
    assertThat(Stores.storefront(database).show(OURS, OfferFixtures.leadId(2)))
        .get()
        .isInstanceOf(ShownLead.Preview.class);
    assertThat(holds.hold(THEIRS, Wishes.of(OfferFixtures.leadId(2), SaleMode.SHARED)))
        .first()
        .isInstanceOf(Held.class);
  }

  /// Who gave it back has its contact.
  @Test
  void neverSellsAReturnedLeadToAnybodyAlone() {
    market.bought(OURS, 1);
    acts.take(OURS, market.bought(OURS, 2), ReturnReason.DUPLICATE, "");
    LeadId lead = OfferFixtures.leadId(2);

    assertThat(holds.hold(THEIRS, Wishes.of(lead, SaleMode.EXCLUSIVE)))
        .containsExactly(new SoldOut(lead));
    market.bought(THEIRS, 3);
    assertThatThrownBy(
            () ->
                database.update(
                    """
                    insert into holds (hold_id, team_id, lead_id, exclusive, amount, currency,
                      price_book, held_at, hold_until, last_until, funded)
                    select gen_random_uuid(), ?, lead_id, true, 0, 'USD', 'x', clock(),
                      clock() + interval '1 minute', clock() + interval '1 minute', false
                    from line_returns where freed
                    """,
                    Parameters.of(THEIRS.value())))
        .isInstanceOf(StoreFailure.class)
        .hasStackTraceContaining("TAKEN");
  }

  @Test
  void neverSellsAReturnedLeadToTheSameTeamAgain() {
    market.bought(OURS, 1);
    acts.take(OURS, market.bought(OURS, 2), ReturnReason.DUPLICATE, "");
    LeadId lead = OfferFixtures.leadId(2);

    assertThat(holds.hold(OURS, Wishes.of(lead, SaleMode.SHARED)))
        .containsExactly(new AlreadyOwned(lead));
    assertThatThrownBy(
            () ->
                database.update(
                    """
                    insert into holds (hold_id, team_id, lead_id, exclusive, amount, currency,
                      price_book, held_at, hold_until, last_until, funded)
                    select gen_random_uuid(), team_id, lead_id, false, 0, 'USD', 'x', clock(),
                      clock() + interval '1 minute', clock() + interval '1 minute', false
                    from line_returns where freed
                    """,
                    Parameters.of()))
        .isInstanceOf(StoreFailure.class)
        .hasStackTraceContaining("TAKEN");
  }

  @Test
  void neverFreesWhatIsWorthlessToEverybody() {
    OrderLineId line = market.bought(OURS, 1);
    Taken waiting = acts.take(OURS, line, ReturnReason.OUT_OF_AREA, "It is in Tampa.");
    market.withdrawAsGone(1, NOON.plusSeconds(60));
    assertThat(acts.take(OURS, line, ReturnReason.LISTING_GONE, "").what().credited())
        .isEqualTo(PRICE);

    Taken judged = acts.judge(waiting.what().id(), 100);

    assertThat(judged.settlement().orElseThrow().moved()).isEqualTo(Money.usd(0));
    assertThat(judged.settlement().orElseThrow().freed()).isEmpty();
  }

  @Test
  void keepsTheSlotOfALeadThatIsGoodForNobody() {
    OrderLineId line = market.bought(OURS, 1);
    market.withdrawAsGone(1, NOON.plusSeconds(60));

    Taken taken = acts.take(OURS, line, ReturnReason.LISTING_GONE, "");

    assertThat(taken.what().credited()).isEqualTo(PRICE);
    assertThat(taken.settlement().orElseThrow().freed()).isEmpty();
    assertThat(Stores.storefront(database).show(OURS, OfferFixtures.leadId(1)))
        .get()
        .isInstanceOf(ShownLead.Owned.class);
  }

  @ParameterizedTest
  @EnumSource
  void freesSlotsForTheSameReasonsInTheDatabase(ReturnReason reason) {
    assertThat(
            database.query(
                "select frees_slot(?)", Parameters.of(reason.name()), row -> row.getBoolean(1)))
        .containsExactly(reason.freesSlot());
  }

  @Test
  void freesASlotWhenAPersonGivesTheWholeBack() {
    OrderLineId line = market.bought(OURS, 1);
    Taken waiting = acts.take(OURS, line, ReturnReason.OUT_OF_AREA, "It is in Tampa.");
    assertThat(waiting.what().state()).isEqualTo(ReturnState.WAITING);
    assertThat(waiting.what().settledAt()).isEmpty();

    assertThat(acts.judge(waiting.what().id(), 100).settlement().orElseThrow().freed()).isPresent();
  }

  @Test
  void keepsTheSlotOfWhatIsGivenBackInPart() {
    OrderLineId line = market.bought(OURS, 1);
    Taken waiting = acts.take(OURS, line, ReturnReason.OUT_OF_AREA, "");

    assertThat(acts.judge(waiting.what().id(), 99).settlement().orElseThrow().freed()).isEmpty();
  }

  @Test
  void freesAllSlotsOfALeadThatWasBoughtAlone() {
    wallets.grant(OURS, Sales.gift("alone", Money.usd(102_00)));
    Hold alone =
        ((Held) holds.hold(OURS, Wishes.of(OfferFixtures.leadId(1), SaleMode.EXCLUSIVE)).getFirst())
            .hold();
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("alone", Money.usd(102_00), alone));
    Taken waiting = acts.take(OURS, market.newest(OURS), ReturnReason.OUT_OF_AREA, "");

    acts.judge(waiting.what().id(), 100);

    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(102_00));
    assertThat(database.query("select from slots where state = 'FREE'", Parameters.of(), _ -> true))
        .hasSize(9);
  }
}
