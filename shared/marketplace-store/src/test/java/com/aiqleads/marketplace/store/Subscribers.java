package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Teams that pay for plans, in an empty marketplace. Whatever they do, there is no fault
/// afterwards.
final class Subscribers implements BeforeEachCallback, AfterEachCallback {
  static final TeamId OURS = team(1);
  static final PlanName PRO = new PlanName("pro");
  static final PlanName PREMIUM = new PlanName("premium");
  static final Duration DAY = Duration.ofDays(1);

  /// November has thirty days.
  static final Duration MONTH = DAY.multipliedBy(30);

  private final PostgresService postgres;
  private final Database database;
  private final Subscriptions subscriptions;
  private final SubscriptionDesk desk;
  private final Wallets wallets;
  private final TestClock clock;

  private int grants;

  Subscribers(PostgresService postgres) {
    this.postgres = postgres;
    this.database = Stores.database(postgres);
    this.subscriptions = new PostgresSubscriptions(database);
    this.desk = new SubscriptionDesk(subscriptions, Taxes.NONE);
    this.wallets = new PostgresWallets(database);
    this.clock = new TestClock(postgres);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    postgres.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Faults.none(database);
  }

  static TeamId team(int number) {
    return new TeamId(Ids.derived("team", Integer.toString(number)));
  }

  Database database() {
    return database;
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  SubscriptionDesk desk() {
    return desk;
  }

  Wallets wallets() {
    return wallets;
  }

  TestClock clock() {
    return clock;
  }

  void pay(TeamId team, long cents) {
    grants++;
    wallets.grant(
        team,
        new Grant(
            new TransferId(Ids.derived("paid", Integer.toString(grants))),
            Grant.Kind.TOP_UP,
            Money.usd(cents),
            Grant.USUAL_PRIORITY,
            Optional.empty(),
            "By card"));
  }

  /// As the schedule does it; how many came to something.
  int renewAll() {
    int renewed = 0;
    List<TeamId> due;
    do {
      due = subscriptions.due(1);
      renewed += (int) due.stream().filter(team -> desk.renew(team) != Renewal.NOTHING_DUE).count();
    } while (!due.isEmpty());
    return renewed;
  }

  /// The newest first.
  List<Invoice> invoices(TeamId team) {
    return subscriptions.invoices(team, Long.MAX_VALUE, 100);
  }
}
