package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.AlreadyOwned;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.SoldOut;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.Facts;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnRate;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.ReturnState;
import com.aiqleads.marketplace.returns.Ruling;
import com.aiqleads.marketplace.returns.Sale;
import com.aiqleads.marketplace.returns.TakeBack;
import com.aiqleads.marketplace.returns.Verdict;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresReturnsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Money PRICE = Money.usd(34_00);
  private static final Money HALF = Money.usd(17_00);
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));
  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  private static final String BOUNCE = "550 5.1.1 <maria@example.com>: no such user";

  private final Database database = Stores.database(postgres);
  private final PostgresReturns returns = returns(database);
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final PostgresHolds holds = new PostgresHolds(database, InstantSource.system());
  private final TestClock clock = new TestClock(postgres);

  static PostgresReturns returns(Database database) {
    return new PostgresReturns(
        database, Stores.CONTACTS, () -> CIPHER, new FactsJson(Stores.JSON), Stores.REASONS);
  }

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  /// The fixtures' leads are all of one home: whoever buys two has bought one twice.
  @Test
  void givesADuplicateBackToItsLotAndItsSlotToOthers() {
    bought(OURS, 1);
    OrderLineId second = bought(OURS, 2);

    Taken taken = take(OURS, second, ReturnReason.DUPLICATE, "");

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

  @Test
  void creditsOnceWhatNobodyHasSeenAndSellsItToOthers() {
    OrderLineId line = boughtAndLost(1);
    Sale sale = returns.sale(OURS, line).orElseThrow();
    LeadId lead = OfferFixtures.leadId(1);

    assertThat(recall(sale)).isPresent();
    assertThat(recall(sale)).as("again").isEmpty();

    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
    assertThat(Stores.storefront(database).show(OURS, lead))
        .get()
        .isInstanceOf(ShownLead.Preview.class);
    assertThat(holds.hold(THEIRS, Wishes.of(lead, SaleMode.SHARED)))
        .first()
        .isInstanceOf(Held.class);
  }

  @Test
  void creditsNothingThatSomebodyHasSeen() {
    OrderLineId line = boughtAndLost(1);
    Openings openings = new PostgresOpenings(database);
    LeadId lead = OfferFixtures.leadId(1);

    assertThat(openings.open(THEIRS, List.of(lead))).isFalse();
    assertThat(openings.open(OURS, List.of())).isFalse();
    assertThat(openings.open(OURS, List.of(lead))).isTrue();
    assertThat(openings.open(OURS, List.of(lead))).as("known").isFalse();

    assertThat(recall(returns.sale(OURS, line).orElseThrow())).isEmpty();
  }

  /// Who looks while it is credited either has seen it or does not have it.
  @Test
  void isSeenOrCreditedNeverBoth() throws Exception {
    for (int number = 1; number <= 3; number++) {
      OrderLineId line = boughtAndLost(number);
      Sale sale = returns.sale(OURS, line).orElseThrow();
      LeadId lead = OfferFixtures.leadId(number);
      Openings openings = new PostgresOpenings(database);
      try (ExecutorService racers = Executors.newFixedThreadPool(2)) {
        var credited = racers.submit(() -> recall(sale).isPresent());
        var seen =
            racers.submit(
                () -> {
                  openings.open(OURS, List.of(lead));
                  return Stores.storefront(database).show(OURS, lead).orElseThrow()
                      instanceof ShownLead.Owned;
                });
        assertThat(credited.get()).isNotEqualTo(seen.get());
      }
    }
  }

  @Test
  void looksAgainWhenADeliveryIsLost() {
    addAddress();
    bought(OURS, 1);
    returns.toRecheck(10).forEach(returns::rechecked);
    assertThat(returns.toRecheck(10)).isEmpty();
    clock.pass(Duration.ofHours(80));

    loseAll();

    assertThat(returns.toRecheck(10)).hasSize(1);
    returns.toRecheck(10).forEach(returns::rechecked);
    assertThat(returns.toRecheck(10)).isEmpty();
  }

  private Optional<Taken> recall(Sale sale) {
    return database.inTransaction(
        () -> new ReturnDesk(returns).recall(sale, ReturnReason.UNDELIVERED));
  }

  /// Of a team with one address, whose server has no name any more.
  private OrderLineId boughtAndLost(int number) {
    addAddress();
    OrderLineId line = bought(OURS, number);
    loseAll();
    return line;
  }

  private void addAddress() {
    new PostgresEndpoints(database, () -> CIPHER)
        .add(
            OURS,
            new EndpointId(Ids.derived("endpoint")),
            new Destination.Webhook(URI.create("https://crm.example/"), SigningSecret.fresh()));
  }

  private void loseAll() {
    Deliveries deliveries = new PostgresDeliveries(database, () -> CIPHER);
    for (DeliveryId due : deliveries.fallDue(10)) {
      deliveries.tried(
          deliveries.take(due).orElseThrow(),
          new Attempt.GivenUp("The name of the server is unknown.", false));
    }
  }

  /// Who gave it back has its contact.
  @Test
  void neverSellsAReturnedLeadToAnybodyAlone() {
    bought(OURS, 1);
    take(OURS, bought(OURS, 2), ReturnReason.DUPLICATE, "");
    LeadId lead = OfferFixtures.leadId(2);

    assertThat(holds.hold(THEIRS, Wishes.of(lead, SaleMode.EXCLUSIVE)))
        .containsExactly(new SoldOut(lead));
    bought(THEIRS, 3);
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

  /// Its seller objected, or it was two homes: the advertisement may still be there.
  @Test
  void leavesAWithdrawalOfAnotherReasonToAPerson() {
    OrderLineId line = bought(OURS, 1);
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 2)), Standing.WITHDRAWN);

    assertThat(take(OURS, line, ReturnReason.LISTING_GONE, "").what().state())
        .isEqualTo(ReturnState.WAITING);
  }

  @Test
  void neverFreesWhatIsWorthlessToEverybody() {
    OrderLineId line = bought(OURS, 1);
    Taken waiting = take(OURS, line, ReturnReason.OUT_OF_AREA, "It is in Tampa.");
    withdraw(1, NOON.plusSeconds(60));
    assertThat(take(OURS, line, ReturnReason.LISTING_GONE, "").what().credited()).isEqualTo(PRICE);

    Taken judged = judge(waiting.what().id(), 100);

    assertThat(judged.settlement().orElseThrow().moved()).isEqualTo(Money.usd(0));
    assertThat(judged.settlement().orElseThrow().freed()).isEmpty();
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
  void neverSellsAReturnedLeadToTheSameTeamAgain() {
    bought(OURS, 1);
    take(OURS, bought(OURS, 2), ReturnReason.DUPLICATE, "");
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
  void keepsTheSlotOfALeadThatIsGoodForNobody() {
    OrderLineId line = bought(OURS, 1);
    withdraw(1, NOON.plusSeconds(60));

    Taken taken = take(OURS, line, ReturnReason.LISTING_GONE, "");

    assertThat(taken.what().credited()).isEqualTo(PRICE);
    assertThat(taken.settlement().orElseThrow().freed()).isEmpty();
    assertThat(Stores.storefront(database).show(OURS, OfferFixtures.leadId(1)))
        .get()
        .isInstanceOf(ShownLead.Owned.class);
  }

  /// The second reason makes it worth the whole price: only the rest of it moves.
  @Test
  void movesOnlyWhatIsNewOfACumulativeTotal() {
    OrderLineId line = bought(OURS, 1);

    assertThat(take(OURS, line, ReturnReason.BAD_PHONE, "It says that it is disconnected.").what())
        .extracting(LeadReturn::credited)
        .isEqualTo(HALF);
    assertThat(wallets.of(OURS).balance()).isEqualTo(HALF);
    assertThat(take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE).what().credited())
        .isEqualTo(HALF);

    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
    assertThat(desk().take(OURS, claim(line, ReturnReason.FRAUD, ""), NOON))
        .contains(new TakeBack.GivenBackBefore());
  }

  @Test
  void isOneReturnHoweverOftenItIsAskedFor() {
    OrderLineId line = bought(OURS, 1);
    Taken first = take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);

    Taken again = take(OURS, line, ReturnReason.BOUNCED_EMAIL, "Other words.");

    assertThat(again.what()).isEqualTo(first.what());
    assertThat(again.what().evidence()).isEqualTo(BOUNCE);
    assertThat(again.settlement()).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(HALF);
  }

  /// Real connections, all at once.
  @Test
  void creditsOnceHoweverManyAskAtOnce() throws Exception {
    OrderLineId line = bought(OURS, 1);
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
              new ReturnDesk(returns(connection)).take(OURS, claim(line, reason, BOUNCE), NOON);
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
    OrderLineId line = bought(OURS, 1);

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      desk().take(OURS, claim(line, ReturnReason.BOUNCED_EMAIL, BOUNCE), NOON);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    assertThat(returns.of(OURS, NOON.plusSeconds(600), 10)).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
    assertThat(take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE).what().credited())
        .isEqualTo(HALF);
  }

  @Test
  void keepsEachDecisionSoThatItCanBeMadeAgain() {
    OrderLineId line = bought(OURS, 1);
    take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);
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
    assertThat(inputs()).doesNotContain("maria", "305");
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
    bought(OURS, 1);
    OrderLineId line = bought(OURS, 3);
    Taken refused = take(OURS, line, ReturnReason.BOUNCED_EMAIL, "It came back.");
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
    Taken judged = judge(id, 80);
    assertThat(judged.what().credited()).isEqualTo(Money.usd(27_20));
    assertThat(judged.what().isAppealable()).isFalse();
    assertThat(database.inTransaction(() -> desk().judge(id, JUDGE, 100, "Again."))).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(27_20));
  }

  @Test
  void freesASlotWhenAPersonGivesTheWholeBack() {
    OrderLineId line = bought(OURS, 1);
    Taken waiting = take(OURS, line, ReturnReason.OUT_OF_AREA, "It is in Tampa.");
    assertThat(waiting.what().state()).isEqualTo(ReturnState.WAITING);
    assertThat(waiting.what().settledAt()).isEmpty();

    assertThat(judge(waiting.what().id(), 100).settlement().orElseThrow().freed()).isPresent();
  }

  @Test
  void keepsTheSlotOfWhatIsGivenBackInPart() {
    OrderLineId line = bought(OURS, 1);
    Taken waiting = take(OURS, line, ReturnReason.OUT_OF_AREA, "");

    assertThat(judge(waiting.what().id(), 99).settlement().orElseThrow().freed()).isEmpty();
  }

  @Test
  void freesAllSlotsOfALeadThatWasBoughtAlone() {
    wallets.grant(OURS, Sales.gift("alone", Money.usd(102_00)));
    Hold alone =
        ((Held) holds.hold(OURS, Wishes.of(OfferFixtures.leadId(1), SaleMode.EXCLUSIVE)).getFirst())
            .hold();
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("alone", Money.usd(102_00), alone));
    Taken waiting = take(OURS, newest(OURS), ReturnReason.OUT_OF_AREA, "");

    judge(waiting.what().id(), 100);

    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(102_00));
    assertThat(database.query("select from slots where state = 'FREE'", Parameters.of(), _ -> true))
        .hasSize(9);
  }

  /// Gifts are spent first, so what was paid for comes back first.
  @Test
  void givesBackToTheLotsItCameFromTheLastSpentFirst() {
    wallets.grant(OURS, Sales.gift("gift", Money.usd(20_00)));
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("card")),
            Grant.Kind.TOP_UP,
            Money.usd(14_00),
            Grant.USUAL_PRIORITY,
            Optional.empty(),
            "card"));
    Hold hold = hold(OURS, 1);
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("both", PRICE, hold));

    take(OURS, newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);

    assertThat(wallets.of(OURS).lots())
        .extracting(lot -> lot.kind() + " " + lot.remaining())
        .containsExactly("GIFT 3.00 USD", "TOP_UP 14.00 USD");
  }

  @Test
  void givesCreditThatHadRunOutAnotherMonth() {
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("short")),
            Grant.Kind.GIFT,
            PRICE,
            25,
            Optional.of(NOON.plus(Duration.ofDays(1))),
            "short"));
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, hold(OURS, 1)));
    clock.pass(Duration.ofDays(2));

    take(OURS, newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);
    wallets.expire(10);

    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(lot -> assertThat(lot.until()).contains(NOON.plus(Duration.ofDays(32))));
  }

  /// A return of a part keeps no credit that was not spent.
  @Test
  void leavesItsEndToCreditOfWhichSomethingIsLeft() {
    Instant end = grantUntil(NOON.plus(Duration.ofDays(1)));
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, hold(OURS, 1)));

    take(OURS, newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);

    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.remaining()).isEqualTo(Money.usd(51_00));
              assertThat(lot.until()).contains(end);
            });
  }

  @Test
  void keepsOnlyWhatComesBackOfCreditThatHadRunOut() {
    grantUntil(NOON.plus(Duration.ofDays(1)));
    new PostgresOrders(database).checkOut(OURS, Sales.checkout("one", PRICE, hold(OURS, 1)));
    clock.pass(Duration.ofDays(2));

    take(OURS, newest(OURS), ReturnReason.BOUNCED_EMAIL, BOUNCE);

    assertThat(wallets.of(OURS).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.remaining()).isEqualTo(HALF);
              assertThat(lot.until()).contains(NOON.plus(Duration.ofDays(32)));
            });
  }

  /// Twice the price of a lead.
  private Instant grantUntil(Instant end) {
    wallets.grant(
        OURS,
        new Grant(
            new TransferId(Ids.derived("short")),
            Grant.Kind.GIFT,
            Money.usd(68_00),
            25,
            Optional.of(end),
            "short"));
    return end;
  }

  @Test
  void knowsHowMuchATeamReturnsOnItsWord() {
    OrderLineId first = bought(OURS, 1);
    OrderLineId second = bought(OURS, 2);
    take(OURS, first, ReturnReason.WRONG_PERSON, "A tenant answered the phone.");
    take(OURS, second, ReturnReason.DUPLICATE, "");

    Facts facts = facts(OURS, bought(OURS, 3));

    assertThat(facts.history()).isEqualTo(new Facts.History(3, 1));
    clock.pass(Duration.ofDays(90));
    assertThat(facts(OURS, newest(OURS)).history()).isEqualTo(new Facts.History(0, 0));
  }

  @Test
  void isTooLateAfterItsWindow() {
    OrderLineId line = bought(OURS, 1);

    assertThat(
            desk()
                .take(
                    OURS,
                    claim(line, ReturnReason.OUT_OF_AREA, ""),
                    NOON.plus(Duration.ofDays(15))))
        .contains(new TakeBack.TooLate(NOON.plusSeconds(60).plus(Duration.ofDays(14))));
    assertThat(desk().take(THEIRS, claim(line, ReturnReason.FRAUD, ""), NOON)).isEmpty();
    assertThat(returns.find(THEIRS, ReturnId.of(line, ReturnReason.FRAUD))).isEmpty();
  }

  @Test
  void findsWhatToRecallOnceAndAgainWhenALeadHasEnded() {
    OrderLineId line = bought(OURS, 1);
    Sale sale = returns.sale(OURS, line).orElseThrow();
    assertThat(returns.toRecheck(10)).containsExactly(sale);
    assertThat(recall(sale, ReturnReason.LISTING_GONE)).isEmpty();
    returns.rechecked(sale);
    assertThat(returns.toRecheck(10)).isEmpty();

    withdraw(1, NOON.plusSeconds(60));
    assertThat(returns.toRecheck(10)).as("whenever its clock says").containsExactly(sale);

    assertThat(recall(sale, ReturnReason.LISTING_GONE))
        .get()
        .satisfies(
            taken -> {
              assertThat(taken.what().asked()).isFalse();
              assertThat(taken.what().credited()).isEqualTo(PRICE);
            });
    assertThat(recall(sale, ReturnReason.LISTING_GONE)).isEmpty();
    assertThat(take(OURS, line, ReturnReason.LISTING_GONE, "").settlement()).isEmpty();
  }

  @Test
  void triesASaleLaterThatCouldNotBeLookedAt() {
    Sale sale = returns.sale(OURS, bought(OURS, 1)).orElseThrow();
    returns.recheckLater(sale);
    withdraw(1, NOON.plusSeconds(60));

    clock.pass(Duration.ofHours(20).minusMillis(1));
    assertThat(returns.toRecheck(10)).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(returns.toRecheck(10)).containsExactly(sale);

    returns.rechecked(sale);
    assertThat(returns.toRecheck(10)).isEmpty();
  }

  @Test
  void recallsWhatItDidNotBelieveWhenItIsShown() {
    OrderLineId line = bought(OURS, 1);
    Sale sale = returns.sale(OURS, line).orElseThrow();
    assertThat(take(OURS, line, ReturnReason.LISTING_GONE, "Gone.").what().state())
        .isEqualTo(ReturnState.WAITING);
    withdraw(1, NOON.plusSeconds(60));

    assertThat(recall(sale, ReturnReason.LISTING_GONE))
        .get()
        .satisfies(taken -> assertThat(taken.what().asked()).isTrue());
    assertThat(recall(sale, ReturnReason.FRAUD)).isEmpty();
    assertThat(wallets.of(OURS).balance()).isEqualTo(PRICE);
  }

  @Test
  void countsWhatCameBack() {
    bought(OURS, 1);
    take(OURS, bought(OURS, 2), ReturnReason.DUPLICATE, "");
    OrderLineId theirs = bought(THEIRS, 1);
    withdraw(1, NOON.plusSeconds(60));
    recall(returns.sale(THEIRS, theirs).orElseThrow(), ReturnReason.LISTING_GONE);

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
    OrderLineId line = bought(OURS, 1);
    take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);
    assertThat(sealedEvidence()).allSatisfy(text -> assertThat(text).doesNotContain("maria"));

    Stores.offers(database).withhold(OfferFixtures.leadId(1), 1);

    assertThat(returns.of(OURS, NOON.plusSeconds(600), 10))
        .singleElement()
        .satisfies(it -> assertThat(it.evidence()).isEmpty());
    assertThat(facts(OURS, line).ways().known()).isFalse();
  }

  @Test
  void keepsNoWordOfALeadWhoseContactHasGone() {
    OrderLineId line = bought(OURS, 1);
    database.update("delete from contacts", Parameters.of());

    ReturnId id = take(OURS, line, ReturnReason.OUT_OF_AREA, "It is Maria's in Tampa.").what().id();
    judge(id, 0);
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
    OrderLineId line = bought(OURS, 1);
    take(OURS, line, ReturnReason.BOUNCED_EMAIL, BOUNCE);
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
    bought(THEIRS, 1);
    database.update(
        "update order_lines set exclusive = true where order_line_id = ?",
        Parameters.of(newest(THEIRS).value()));
    assertThat(Faults.of(database))
        .anyMatch(fault -> fault.startsWith("who buys alone is the first who has it"));
    postgres.clear();
  }

  private ReturnDesk desk() {
    return new ReturnDesk(returns);
  }

  private Taken take(TeamId team, OrderLineId line, ReturnReason reason, String evidence) {
    return database.inTransaction(
        () ->
            ((TakeBack.Accepted)
                    desk().take(team, claim(line, reason, evidence), NOON).orElseThrow())
                .taken());
  }

  private Taken judge(ReturnId id, int percent) {
    return database.inTransaction(
        () -> desk().judge(id, JUDGE, percent, "Somebody has looked.").orElseThrow());
  }

  private Optional<Taken> recall(Sale sale, ReturnReason reason) {
    return database.inTransaction(() -> desk().recall(sale, reason));
  }

  private Facts facts(TeamId team, OrderLineId line) {
    return returns.facts(
        returns.sale(team, line).orElseThrow(), claim(line, ReturnReason.DUPLICATE, ""));
  }

  private static Claim claim(OrderLineId line, ReturnReason reason, String evidence) {
    return new Claim(line, reason, Optional.of(Sales.BUYER), evidence);
  }

  private Hold hold(TeamId team, int number) {
    return Sales.hold(database, team, OfferFixtures.leadId(number));
  }

  private OrderLineId bought(TeamId team, int number) {
    clock.pass(Duration.ofMinutes(1));
    Sales.buy(database, team, hold(team, number));
    LeadId lead = OfferFixtures.leadId(number);
    return lines(team).stream()
        .filter(line -> line.lead().equals(lead))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private OrderLineId newest(TeamId team) {
    return lines(team).getFirst().id();
  }

  private List<BoughtLead> lines(TeamId team) {
    return new PostgresOrders(database)
        .of(team, NOON.plus(Duration.ofDays(400)), 10).stream()
            .flatMap(order -> order.leads().stream())
            .toList();
  }

  private void withdraw(int number, Instant at) {
    Stores.offers(database)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(number, 2)), Standing.WITHDRAWN);
    Stores.offers(database).noteGone(OfferFixtures.leadId(number), 2, at);
  }
}
