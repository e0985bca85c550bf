package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Purchase.Paid;
import com.aiqleads.marketplace.orders.Purchase.TooLittleCredit;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Granting;
import com.aiqleads.marketplace.wallet.Lot;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.Statement;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallet;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWalletsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));

  private final Database database = Stores.database(postgres);
  private final Wallets wallets = new PostgresWallets(database);
  private final Holds holds = new PostgresHolds(database, InstantSource.system());
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putLeadsOnSale() {
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
  void isEmptyAtFirst() {
    assertThat(wallets.of(OURS).available()).isEqualTo(Money.usd(0));
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void grantsOnceHoweverOftenItIsAskedTo() {
    Grant gift = Sales.gift("hello", Money.usd(5_00));

    assertThat(wallets.grant(OURS, gift)).isEqualTo(Granting.GRANTED);
    assertThat(wallets.grant(OURS, gift)).isEqualTo(Granting.GRANTED_BEFORE);
    assertThat(wallets.grant(OURS, Sales.gift("hello", Money.usd(6_00))))
        .isEqualTo(Granting.ID_REUSED);
    assertThat(wallets.grant(THEIRS, gift)).isEqualTo(Granting.ID_REUSED);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(5_00));
  }

  @Test
  void isSeenAsItWasAtOneTime() throws Exception {
    List<Wallet> seen = new ArrayList<>();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> grants =
          other.submit(
              () -> {
                for (int number = 0; number < 100; number++) {
                  wallets.grant(OURS, Sales.gift("gift " + number, Money.usd(1)));
                }
              });
      while (!grants.isDone()) {
        seen.add(wallets.of(OURS));
      }
      grants.get();
    }

    assertThat(seen)
        .allSatisfy(
            wallet -> assertThat(wallet.balance()).isEqualTo(Money.usd(wallet.lots().size())));
  }

  @Test
  void spendsGiftsBeforeWhatWasPaidForAndWhatIsOlderFirst() {
    grant("paid", Grant.Kind.TOP_UP, 25, 50_00, Optional.empty());
    clock.pass(Duration.ofMinutes(1));
    grant("younger", Grant.Kind.GIFT, 25, 20_00, Optional.empty());
    grant("urgent", Grant.Kind.TOP_UP, 1, 10_00, Optional.empty());

    buy(1);

    assertThat(wallets.of(OURS).lots())
        .extracting(Lot::kind, Lot::remaining)
        .containsExactly(tuple(Grant.Kind.TOP_UP, Money.usd(46_00)));
  }

  @Test
  void takesBackWhatWasNotSpentInTime() {
    grant("short", Grant.Kind.GIFT, 25, 40_00, Optional.of(NOON.plusSeconds(60)));
    grant("long", Grant.Kind.GIFT, 25, 35_00, Optional.empty());
    clock.pass(Duration.ofSeconds(60));

    buy(1);

    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(1_00));
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 1))
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.PURCHASE);
    assertThat(wallets.statement(OURS, Long.MAX_VALUE, 10))
        .extracting(Movement::kind)
        .contains(Movement.Kind.EXPIRY);
  }

  @Test
  void nobodySpendsWhatHasExpired() {
    grant("short", Grant.Kind.GIFT, 25, 40_00, Optional.of(NOON.plusSeconds(60)));
    clock.pass(Duration.ofSeconds(60));
    Hold hold = hold(1);

    assertThat(
            new PostgresOrders(database)
                .checkOut(OURS, Sales.checkout("one", Money.usd(34_00), hold)))
        .isEqualTo(new TooLittleCredit(Money.usd(34_00), Money.usd(0)));
  }

  @Test
  void takesBackWhatNobodyAsksFor() {
    grant("short", Grant.Kind.GIFT, 25, 40_00, Optional.of(NOON.plusSeconds(60)));
    wallets.expire(10);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(40_00));
    clock.pass(Duration.ofSeconds(60));

    wallets.expire(10);

    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
    assertThat(wallets.of(OURS).lots()).isEmpty();
  }

  @Test
  void leavesWhatIsSetAsideForAHoldThoughItsTimeIsUp() {
    grant("short", Grant.Kind.GIFT, 25, 40_00, Optional.of(NOON.plusSeconds(60)));
    Hold hold = hold(1);
    clock.pass(Duration.ofSeconds(61));

    assertThat(
            new PostgresOrders(database)
                .checkOut(OURS, Sales.checkout("one", Money.usd(34_00), hold)))
        .isInstanceOf(Paid.class);
    assertThat(wallets.of(OURS).balance()).isEqualTo(Money.usd(0));
  }

  @Test
  void tellsEveryMovementWithTheBalanceAfterIt() {
    grant("start", Grant.Kind.GIFT, 25, 50_00, Optional.empty());
    grant("more", Grant.Kind.TOP_UP, 25, 50_00, Optional.empty());
    buyWith(hold(1));

    List<Movement> all = wallets.statement(OURS, Long.MAX_VALUE, 10);

    assertThat(all)
        .extracting(movement -> movement.amount().minorUnits())
        .containsExactly(-34_00L, 50_00L, 50_00L);
    assertThat(all)
        .extracting(movement -> movement.balance().minorUnits())
        .containsExactly(66_00L, 100_00L, 50_00L);
    assertThat(all).extracting(Movement::note).containsExactly("", "more", "start");
    assertThat(wallets.statement(OURS, all.getFirst().number(), 1)).containsExactly(all.get(1));
    assertThat(wallets.statement(THEIRS, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void addsUpWhatIsNewerThanAPage() {
    for (int number = 1; number <= 7; number++) {
      grant("gift " + number, Grant.Kind.GIFT, 25, number * 10_00L, Optional.empty());
    }
    buyWith(hold(1));
    List<Movement> all = wallets.statement(OURS, Long.MAX_VALUE, 100);

    for (int limit = 1; limit <= all.size(); limit++) {
      List<Movement> paged = new ArrayList<>(wallets.statement(OURS, Long.MAX_VALUE, limit));
      while (paged.size() < all.size()) {
        paged.addAll(wallets.statement(OURS, paged.getLast().number(), limit));
      }
      assertThat(paged).isEqualTo(all);
    }
    assertThat(all.getFirst().balance()).isEqualTo(wallets.of(OURS).balance());
  }

  @Test
  void tellsWhatBecameOfTheMoneyFromOneDayToAnother() {
    grant("before", Grant.Kind.GIFT, 25, 50_00, Optional.empty());
    clock.pass(Duration.ofHours(12));
    grant("first", Grant.Kind.TOP_UP, 25, 10_00, Optional.empty());
    buyWith(hold(1));
    clock.pass(Duration.ofHours(24).minusMillis(1));
    grant("last", Grant.Kind.GIFT, 25, 1_00, Optional.empty());
    clock.pass(Duration.ofMillis(1));
    grant("after", Grant.Kind.GIFT, 25, 2_00, Optional.empty());

    Statement statement = wallets.statement(OURS, DAY, DAY, 10);

    assertThat(statement.opening()).isEqualTo(Money.usd(50_00));
    assertThat(statement.movements())
        .extracting(Movement::note, it -> it.balance().minorUnits())
        .containsExactly(tuple("first", 60_00L), tuple("", 26_00L), tuple("last", 27_00L));
    assertThat(statement.closing()).isEqualTo(Money.usd(27_00));
    assertThat(wallets.statement(OURS, DAY, DAY, 2).movements())
        .isEqualTo(statement.movements().subList(0, 2));
  }

  @Test
  void tellsTheBalanceOfDaysOnWhichNothingMoved() {
    grant("before", Grant.Kind.GIFT, 25, 50_00, Optional.empty());

    Statement quiet = wallets.statement(OURS, DAY.plusDays(1), DAY.plusDays(9), 10);

    assertThat(quiet.movements()).isEmpty();
    assertThat(quiet.opening()).isEqualTo(quiet.closing()).isEqualTo(Money.usd(50_00));
    assertThat(wallets.statement(THEIRS, DAY, DAY, 10).closing()).isEqualTo(Money.usd(0));
  }

  private void buy(int number) {
    buyWith(hold(number));
  }

  private void buyWith(Hold hold) {
    assertThat(
            new PostgresOrders(database)
                .checkOut(OURS, Sales.checkout("of " + hold.id(), hold.price(), hold)))
        .isInstanceOf(Paid.class);
  }

  private Hold hold(int number) {
    Wishes wishes = Wishes.of(OfferFixtures.leadId(number), SaleMode.SHARED);
    return ((Held) holds.hold(OURS, wishes).getFirst()).hold();
  }

  private void grant(
      String name, Grant.Kind kind, int priority, long cents, Optional<Instant> until) {
    TransferId id = new TransferId(Ids.derived("transfer", name));
    assertThat(wallets.grant(OURS, new Grant(id, kind, Money.usd(cents), priority, until, name)))
        .isEqualTo(Granting.GRANTED);
  }
}
