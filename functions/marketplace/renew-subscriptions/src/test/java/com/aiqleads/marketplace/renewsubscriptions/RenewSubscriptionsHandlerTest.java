package com.aiqleads.marketplace.renewsubscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RenewSubscriptionsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Duration PLENTY = Duration.ofMinutes(5);

  private final Database administrator = new Database(postgres.administrator());
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "renew-subscriptions",
          queues,
          Map.of("aiqleads.routes", "InvoiceUnpaid=platform-send-mail"),
          new Database(postgres.dataSource()),
          new FieldCipher(List.of(new byte[32])));
  private final Subscriptions subscriptions = context.getBean(Subscriptions.class);

  @BeforeEach
  void beginLastMonth() {
    postgres.clear();
    passed(Duration.ofDays(-31));
    for (int number = 0; number < 3; number++) {
      pay(team(number), 100_00);
      new SubscriptionDesk(subscriptions, Taxes.NONE).choose(team(number), new PlanName("pro"));
    }
    passed(Duration.ZERO);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void billsEachMonthOnce() {
    run(PLENTY);
    run(PLENTY);

    for (int number = 0; number < 3; number++) {
      assertThat(subscriptions.invoices(team(number), Long.MAX_VALUE, 10))
          .extracting(Invoice::state)
          .containsExactly(Invoice.State.PAID, Invoice.State.PAID);
    }
  }

  /// 100 dollars pay for two months; what is tried again is told no more.
  @Test
  void tellsATeamOnceThatItsInvoiceCouldNotBePaid() {
    run(PLENTY);
    assertThat(told()).isEmpty();

    for (int day : new int[] {29, 30, 31, 38, 46}) {
      passed(Duration.ofDays(day));
      run(PLENTY);
    }

    assertThat(told()).hasSize(3).allMatch(body -> body.contains("\"minorUnits\":4900"));
  }

  private List<String> told() {
    return queues.bodiesSentTo("aiqleads-test-platform-send-mail");
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsShort() {
    run(Duration.ofSeconds(24));
    assertThat(invoices()).isEqualTo(3);

    run(PLENTY);
    assertThat(invoices()).isEqualTo(6);
  }

  @Test
  void oneTeamThatFailsKeepsNobodyElseWaitingForLong() {
    administrator.update(
        """
        create function public.fall() returns trigger language plpgsql
        as $$ begin raise exception 'fallen'; end $$
        """,
        _ -> {});
    administrator.update(
        """
        create trigger falls before insert on marketplace.invoices for each row
        when (new.team_id = '%s') execute function public.fall()
        """
            .formatted(team(0).value()),
        _ -> {});
    try {
      assertThatThrownBy(() -> run(PLENTY)).hasStackTraceContaining("fallen");
      run(PLENTY);
      assertThat(invoices()).isEqualTo(5);
    } finally {
      administrator.update("drop function public.fall() cascade", _ -> {});
    }
    passed(Duration.ofMinutes(5));
    run(PLENTY);
    assertThat(invoices()).isEqualTo(6);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (RenewSubscriptionsHandler handler = new RenewSubscriptionsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private int invoices() {
    int all = 0;
    for (int number = 0; number < 3; number++) {
      all += subscriptions.invoices(team(number), Long.MAX_VALUE, 10).size();
    }
    return all;
  }

  /// The clock of the database, so much after the 20th of November.
  private void passed(Duration time) {
    administrator.update(
        """
        create or replace function marketplace.clock() returns timestamptz language sql volatile
        as $$ select timestamptz '2026-11-20 12:00:00Z' + %d * interval '1 second' $$
        """
            .formatted(time.toSeconds()),
        _ -> {});
  }

  private void pay(TeamId team, long cents) {
    context
        .getBean(Wallets.class)
        .grant(
            team,
            new Grant(
                new TransferId(Ids.derived("paid", team.text())),
                Grant.Kind.TOP_UP,
                Money.usd(cents),
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "By card"));
  }

  private void run(Duration time) {
    new RenewSubscriptionsHandler(context)
        .handleRequest(
            new ScheduledRun("marketplace-renew-subscriptions", Instant.EPOCH),
            new FakeInvocation(time));
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", Integer.toString(number)));
  }
}
