package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Fault;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.books.Verification.Broken;
import com.aiqleads.marketplace.books.Verification.Sound;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresChainTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final int MANY = 1_000;
  private static final int TRANSFERS = 9;
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));

  private final Database database = Stores.database(postgres);
  private final Database administrator = new Database(postgres.administrator());
  private final PostgresWallets wallets = new PostgresWallets(database);
  private final PostgresChain chain = new PostgresChain(database);
  private final Books books = new PostgresBooks(database);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void isEmptyBeforeTheFirstTransfer() {
    assertThat(chain.seal(MANY)).isZero();
    assertThat(chain.verify(Link.NONE, MANY)).isEqualTo(new Sound(Link.NONE));
  }

  @Test
  void sealsEachTransferOnceAFewAtATime() {
    post(1, TRANSFERS);

    assertThat(chain.seal(4)).isEqualTo(4);
    seal(TRANSFERS);

    assertThat(places()).isEqualTo(IntStream.rangeClosed(1, TRANSFERS).boxed().toList());
    Link middle = ((Sound) chain.verify(Link.NONE, 5)).last();
    assertThat(middle.place()).isEqualTo(5);
    assertThat(chain.verify(middle, MANY)).isEqualTo(chain.verify(Link.NONE, MANY));
    assertThat(books.faults(MANY)).isEmpty();
  }

  /// What is posted first may be there last: nothing behind it is sealed before.
  @Test
  void waitsForWhoIsStillPosting() {
    post(1, 1);
    seal(1);
    database.inTransaction(
        () -> {
          post(2, 2);
          CompletableFuture.runAsync(
                  () -> {
                    wallets.grant(
                        new TeamId(Ids.derived("team", "another")), Sales.gift("3", Money.usd(1)));
                    assertThat(chain.seal(MANY)).isZero();
                  })
              .join();
          return true;
        });

    seal(3);
    assertThat(places()).containsExactly(1, 2, 3);
    assertThat(books.faults(MANY)).isEmpty();
  }

  @Test
  void hasNoGapHoweverManySealWhilstOthersPost() throws Exception {
    AtomicInteger posting = new AtomicInteger(4);
    List<Callable<Boolean>> acts = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      TeamId team = new TeamId(Ids.derived("team", "racer " + number));
      acts.add(
          () -> {
            for (int nr = 0; nr < 50; nr++) {
              wallets.grant(team, Sales.gift(team + " " + nr, Money.usd(1)));
            }
            return posting.decrementAndGet() >= 0;
          });
      acts.add(
          () -> {
            while (posting.get() > 0) {
              chain.seal(7);
            }
            return true;
          });
    }

    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : all.invokeAll(acts)) {
        assertThat(one.get()).isTrue();
      }
    }

    seal(200);
    assertThat(places()).isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
    assertThat(chain.verify(Link.NONE, MANY)).isInstanceOf(Sound.class);
    assertThat(books.faults(MANY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount = amount + 1",
        "note = 'another'",
        "reference = gen_random_uuid()",
        "posted_at = posted_at + interval '1 microsecond'",
        "kind = 'TOP_UP'",
        "debit = credit, credit = debit",
      })
  void namesTheFirstPlaceThatSaysSomethingElse(String change) {
    post(1, TRANSFERS);
    seal(TRANSFERS);

    tamper(
        "transfers", "update marketplace.transfers set " + change + where("chain_seq in (4, 7)"));

    assertThat(chain.verify(Link.NONE, MANY)).isEqualTo(new Broken(4));
    assertThat(chain.verify(at(5), MANY)).isEqualTo(new Broken(7));
  }

  @Test
  void namesAPlaceThatIsEmpty() {
    post(1, TRANSFERS);
    seal(TRANSFERS);

    tamper("seals", "delete from marketplace.seals where chain_seq = 6");

    assertThat(chain.verify(Link.NONE, MANY)).isEqualTo(new Broken(6));
  }

  @Test
  void namesATransferThatIsGone() {
    post(1, TRANSFERS);
    seal(TRANSFERS);

    tamper("transfers", "delete from marketplace.transfers" + where("chain_seq = 3"));

    assertThat(chain.verify(Link.NONE, MANY)).isEqualTo(new Broken(3));
  }

  /// Whoever cuts the end off or makes the whole chain anew leaves one that follows; but not one
  /// that was seen before.
  @Test
  void isNotWhatWasSeenOfItWhenItWasMadeAnew() {
    post(1, TRANSFERS);
    seal(TRANSFERS);
    Link end = ((Sound) chain.verify(Link.NONE, MANY)).last();
    books.keep(new BookCheck(Instant.EPOCH, end, 0));

    tamper("seals", "delete from marketplace.seals where chain_seq >= 8");

    assertThat(chain.verify(Link.NONE, MANY)).isInstanceOf(Sound.class);
    assertThat(books.faults(MANY))
        .extracting(Fault::rule)
        .containsExactly("the chain still is what was seen of it");
  }

  @Test
  void findsWhatWasPutBeforeWhatIsSealed() {
    post(1, TRANSFERS);
    seal(TRANSFERS);

    tamper(
        "transfers",
        "insert into marketplace.transfers (transfer_id, kind, debit, credit, amount, currency,"
            + " posted_at, posted_in) select gen_random_uuid(), kind, debit, credit, amount,"
            + " currency, posted_at, '3' from marketplace.transfers limit 1");

    assertThat(books.faults(MANY))
        .extracting(Fault::rule)
        .contains("nothing comes before what is sealed");
  }

  @Test
  void missesWhatNobodyHasSealedForADay() {
    TestClock clock = new TestClock(postgres);
    post(1, 2);
    clock.pass(Duration.ofHours(24));
    assertThat(books.faults(MANY)).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    assertThat(books.faults(MANY))
        .extracting(Fault::rule)
        .containsOnly("what was posted more than a day ago is sealed")
        .hasSize(2);
    seal(2);

    assertThat(books.faults(MANY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seals", "book_checks"})
  void onlyGrows(String table) {
    post(1, 1);
    seal(1);
    books.keep(new BookCheck(Instant.EPOCH, at(1), 0));

    for (String act : List.of("delete from %s", "update %s set hash = hash")) {
      assertThatThrownBy(() -> database.update(act.formatted(table), Parameters.of()))
          .isInstanceOf(StoreFailure.class)
          .rootCause()
          .hasMessageContaining("is never changed");
    }
  }

  @Test
  void remembersTheLastLook() {
    assertThat(books.lastCheck()).isEmpty();
    BookCheck second = new BookCheck(Instant.EPOCH.plusSeconds(1), new Link(2, "ab12"), 3);
    books.keep(new BookCheck(Instant.EPOCH, Link.NONE, 0));
    books.keep(second);

    assertThat(books.lastCheck()).contains(second);
  }

  private Link at(long place) {
    return database
        .query(
            "select encode(hash, 'hex') from seals where chain_seq = ?",
            Parameters.of(place),
            row -> new Link(place, row.getString(1)))
        .getFirst();
  }

  private void post(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(number -> wallets.grant(TEAM, Sales.gift("gift " + number, Money.usd(number))));
  }

  /// Who else is at work in this server keeps what is new unsealed for a moment.
  private void seal(int until) {
    Eventually.await(
        Duration.ofSeconds(20), () -> chain.seal(MANY) == 0 && places().size() == until);
  }

  private List<Integer> places() {
    return database.query(
        "select chain_seq from seals order by chain_seq", Parameters.of(), row -> row.getInt(1));
  }

  private static String where(String places) {
    return " where transfer_id in (select transfer_id from marketplace.seals where " + places + ")";
  }

  /// As who may do anything, and knows what stands in the way.
  private void tamper(String table, String act) {
    administrator.update(
        """
        alter table marketplace.%1$s disable trigger all;
        %2$s;
        alter table marketplace.%1$s enable trigger all
        """
            .formatted(table, act),
        Parameters.of());
  }
}
