package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.books.AccountSum;
import com.aiqleads.marketplace.books.Backlog;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.LedgerHealth;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLedgerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final Backlog NOTHING = new Backlog(0, Optional.empty());
  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  private final Database database = Stores.database(postgres);
  private final Database administrator = new Database(postgres.administrator());
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final PostgresLedger ledger = new PostgresLedger(database);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void hasNothingToSayBeforeAnythingWasPosted() {
    administrator.update("delete from marketplace.receipts_until", _ -> {});
    administrator.update(
        "insert into marketplace.receipts_until (posted_in, nr) values ('0', 0)", _ -> {});

    LedgerHealth health = ledger.health();

    assertThat(health.checks()).isEmpty();
    assertThat(health.sums().values()).allMatch(sum -> sum == 0);
    assertThat(health.unsealed()).isEqualTo(NOTHING);
    assertThat(health.unknownPayments()).isEqualTo(NOTHING);
    assertThat(health.unfinishedOrders()).isEqualTo(NOTHING);
    assertThat(health.unreceipted()).isEqualTo(NOTHING);
  }

  @Test
  void addsUpToNothingOverAllAccounts() {
    post(1, 3);

    LedgerHealth health = ledger.health();

    assertThat(health.accounts())
        .contains(new AccountSum("WALLET", "USD", 6), new AccountSum("GIFTS", "USD", -6));
    assertThat(health.sums()).isEqualTo(Map.of("USD", 0L));
  }

  @Test
  void saysWhenMoneyCameFromNowhere() {
    post(1, 1);
    administrator.update(
        "update marketplace.accounts set balance = balance + 5 where kind = 'WALLET'", _ -> {});

    assertThat(ledger.health().sums()).isEqualTo(Map.of("USD", 5L));
  }

  @Test
  void countsWhatIsPostedBehindTheEndOfTheChain() {
    PostgresChain chain = new PostgresChain(database);
    post(1, 2);
    Eventually.await(
        Duration.ofSeconds(20),
        () -> chain.seal(9) == 0 && ledger.health().unsealed().count() == 0);
    post(3, 5);

    Backlog unsealed = ledger.health().unsealed();

    assertThat(unsealed.count()).isEqualTo(3);
    assertThat(unsealed.since()).isPresent();
  }

  @Test
  void showsTheLastTenChecksNewestFirst() {
    PostgresBooks books = new PostgresBooks(database);
    IntStream.rangeClosed(1, 11)
        .forEach(
            day -> books.keep(new BookCheck(DAY.plus(Duration.ofDays(day)), Link.NONE, day % 2)));

    assertThat(ledger.health().checks())
        .hasSize(10)
        .startsWith(new BookCheck(DAY.plus(Duration.ofDays(11)), Link.NONE, 1));
  }

  @Test
  void saysSinceWhenNobodyKnowsHowPaymentsWent() {
    pay("UNKNOWN", "TOP_UP", 0);
    pay("PENDING", "TOP_UP", 0);

    assertThat(ledger.health().unknownPayments()).isEqualTo(new Backlog(1, Optional.of(DAY)));
  }

  @Test
  void saysWhichOrdersWerePaidAndNeitherBoughtNorGivenBack() {
    draft(pay("SUCCEEDED", "ORDER", 500), "OPEN", true);
    draft(pay("SUCCEEDED", "ORDER", 500), "REFUND_DUE", true);
    draft(pay("SUCCEEDED", "ORDER", 500), "PAID", false);
    draft(pay("SUCCEEDED", "ORDER", 500), "REFUNDED", false);
    draft(pay("PENDING", "ORDER", 0), "OPEN", false);

    assertThat(ledger.health().unfinishedOrders()).isEqualTo(new Backlog(2, Optional.of(DAY)));
  }

  @Test
  void waitsForThePapersOfWhatWantsOne() {
    post(1, 3);
    assertThat(ledger.health().unreceipted()).isEqualTo(NOTHING);

    move("TOP_UP", pay("SUCCEEDED", "TOP_UP", 500));
    move("CLAW", pay("SUCCEEDED", "TOP_UP", 500));
    move("TOP_UP", pay("SUCCEEDED", "ORDER", 500));
    move("CLAW", pay("SUCCEEDED", "ORDER", 500));
    move("PURCHASE", UUID.randomUUID());
    move("RETURN", UUID.randomUUID());
    move("EXPIRY", UUID.randomUUID());

    Backlog waiting = ledger.health().unreceipted();
    assertThat(waiting).isEqualTo(new Backlog(4, Optional.of(DAY)));
  }

  /// From one of the two accounts to the other, whatever the kind.
  private void move(String kind, UUID reference) {
    administrator.update(
        """
        insert into marketplace.transfers (transfer_id, kind, debit, credit, amount, currency,
          reference, posted_at)
        select gen_random_uuid(), ?, min(account_id), max(account_id), 1, 'USD', ?,
          timestamptz '2026-11-01T00:00:00Z'
        from marketplace.accounts
        """,
        Parameters.of(kind, reference));
  }

  private UUID pay(String state, String purpose, long granted) {
    UUID id = UUID.randomUUID();
    post(1, 1);
    administrator.update(
        """
        insert into marketplace.payments (payment_id, team_id, asked_by, amount, currency, purpose,
          state, page_until, created_at, settled_at, next_ask, granted)
        select ?, b.team_id, b.team_id, 500, 'USD', ?, ?, d.day, d.day, d.day,
          case when ? = 0 then d.day end, ?
        from marketplace.buyers b, (select timestamptz '2026-11-01T00:00:00Z' as day) as d
        """,
        Parameters.of(id, purpose, state, granted, granted));
    return id;
  }

  private void draft(UUID payment, String state, boolean open) {
    administrator.update(
        """
        insert into marketplace.drafts (payment_id, order_id, team_id, amount, currency, state,
          next_try)
        select payment_id, gen_random_uuid(), team_id, amount, currency, ?,
          case when ? then created_at end
        from marketplace.payments where payment_id = ?
        """,
        Parameters.of(state, open, payment));
  }

  private void post(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(number -> wallets.grant(TEAM, Sales.gift("gift " + number, Money.usd(number))));
  }
}
