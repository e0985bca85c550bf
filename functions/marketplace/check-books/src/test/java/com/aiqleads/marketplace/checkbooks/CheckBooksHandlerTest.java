package com.aiqleads.marketplace.checkbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Chain;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.PostgresService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckBooksHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final String TELLER = "aiqleads-test-platform-raise-alert";
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final int TRANSFERS = 3;

  private final Database administrator = new Database(postgres.administrator());
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "check-books",
          queues,
          Map.of("aiqleads.routes", "AlertRaised=platform-raise-alert"));
  private Books books;
  private int nights;

  @BeforeEach
  void postAndSeal() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    books = context.getBean(Books.class);
    for (int number = 1; number <= TRANSFERS; number++) {
      context.getBean(Wallets.class).grant(TEAM, gift(number));
    }
    Chain chain = context.getBean(Chain.class);
    // Who else is at work in this server keeps what is new unsealed for a moment.
    Eventually.await(Duration.ofSeconds(20), () -> chain.seal(1) == 0 && sealed() == TRANSFERS);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void saysNothingWhileTheBooksAreRight() {
    run();

    assertThat(queues.bodiesSentTo(TELLER)).isEmpty();
    BookCheck check = books.lastCheck().orElseThrow();
    assertThat(check.faults()).isZero();
    assertThat(check.chain().place()).isEqualTo(TRANSFERS);
    assertThat(counted("book_checks", "chain")).isEqualTo(1);
  }

  @Test
  void namesRuleAndIdEveryNightUntilItIsOver() {
    change("update marketplace.accounts set balance = balance + 1 where kind = 'WALLET'");
    run();
    run();
    change("update marketplace.accounts set balance = balance - 1 where kind = 'WALLET'");
    run();
    run();

    assertThat(queues.bodiesSentTo(TELLER)).hasSize(3);
    assertThat(queues.bodiesSentTo(TELLER).getFirst())
        .contains(
            "\"alarm\":\"marketplace-books-faults\"",
            "\"ringing\":true",
            "3 faults: an account is what its transfers say: not " + wallet());
    assertThat(queues.bodiesSentTo(TELLER).getLast())
        .contains("\"ringing\":false", "no fault any more");
    assertThat(counted("book_faults", "an account is what its transfers say")).isEqualTo(2);
  }

  @Test
  void namesTheFirstLinkThatIsBroken() {
    run();
    change(
        """
        alter table marketplace.transfers disable trigger transfers_only_grow;
        update marketplace.transfers set note = 'another' where nr = (
          select nr from marketplace.transfers order by nr offset 1 limit 1);
        alter table marketplace.transfers enable trigger transfers_only_grow;
        """);
    run();

    assertThat(queues.bodiesSentTo(TELLER))
        .singleElement()
        .asString()
        .contains("1 faults: the chain of transfers is whole: not from 2");
  }

  @Test
  void tellsTheSameAgainIfItCouldNotKeepWhatItSaw() {
    change("update marketplace.accounts set balance = balance + 1 where kind = 'WALLET'");
    queues.goDown(TELLER);
    assertThatThrownBy(this::run).isInstanceOf(RuntimeException.class);
    assertThat(books.lastCheck()).isEmpty();
    queues.comeBack();
    nights--;
    run();

    assertThat(queues.bodiesSentTo(TELLER)).hasSize(1);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (CheckBooksHandler handler = new CheckBooksHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void run() {
    Instant due = Instant.parse("2026-11-20T08:30:00Z").plus(Duration.ofDays(nights++));
    ScheduledRun run = new ScheduledRun("marketplace-check-books", due);
    assertThat(new CheckBooksHandler(context).handleRequest(run, INVOCATION)).isNull();
  }

  private double counted(String metric, String of) {
    return context.getBean(MeterRegistry.class).get(metric).tag("of", of).counter().count();
  }

  private void change(String sql) {
    administrator.update(sql, _ -> {});
  }

  private long sealed() {
    return administrator
        .query("select count(*) from marketplace.seals", _ -> {}, row -> row.getLong(1))
        .getFirst();
  }

  private String wallet() {
    return administrator
        .query(
            "select account_id::text from marketplace.accounts where kind = 'WALLET'",
            _ -> {},
            row -> row.getString(1))
        .getFirst();
  }

  private static Grant gift(int number) {
    return new Grant(
        new TransferId(Ids.derived("transfer", "gift " + number)),
        Grant.Kind.GIFT,
        Money.usd(10_00),
        Grant.USUAL_PRIORITY,
        Optional.empty(),
        "welcome");
  }
}
