package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.wallet.Wallet;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Tells many histories at once, in any order and on many connections, while their teams spend; in
/// the end every wallet must have what the histories leave.
final class GatewayRun implements AutoCloseable {
  private static final int TEAMS = 40;
  private static final int CONNECTIONS = 6;

  /// @param told messages, those that came twice included
  record Outcome(long told, long spent, List<String> violations) {}

  private final PostgresService postgres;
  private final HikariDataSource connections;
  private final Database database;
  private final PostgresPayments payments;
  private final PostgresWallets wallets;
  private final PostgresHolds holds;
  private final PostgresOrders orders;

  GatewayRun(PostgresService postgres) {
    this.postgres = postgres;
    this.connections = Stores.pool(postgres.dataSource(), CONNECTIONS);
    this.database = new Database(connections);
    this.payments = new PostgresPayments(database);
    this.wallets = new PostgresWallets(database);
    this.holds = new PostgresHolds(database, InstantSource.system());
    this.orders = new PostgresOrders(database);
  }

  Outcome run(long seed, int many) throws InterruptedException {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, many)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
    Random random = new Random(seed);
    Map<String, TeamId> teams = new HashMap<>();
    List<GatewayHistory> histories = new ArrayList<>();
    Map<TeamId, AtomicLong> spent = new HashMap<>();
    List<Runnable> acts = new ArrayList<>();
    AtomicLong told = new AtomicLong();
    for (int number = 0; number < many; number++) {
      GatewayHistory history = GatewayHistory.drawn(seed + "-" + number, random);
      TeamId team = new TeamId(Ids.derived("team", Integer.toString(random.nextInt(TEAMS))));
      AtomicLong of = spent.computeIfAbsent(team, _ -> new AtomicLong());
      LeadId lead = OfferFixtures.leadId(number + 1);
      histories.add(history);
      teams.put(history.name(), team);
      payments.start(team, GatewayTalk.topUp(history.name(), history.amount()));
      acts.add(() -> of.addAndGet(spend(team, lead)));
      history
          .told()
          .forEach(
              message ->
                  acts.add(
                      () -> {
                        payments.heard(message);
                        told.incrementAndGet();
                      }));
    }
    Collections.shuffle(acts, random);
    List<String> violations = new ArrayList<>(atOnce(acts));
    histories.forEach(history -> ask(Objects.requireNonNull(teams.get(history.name())), history));
    violations.addAll(Faults.of(database));
    histories.forEach(
        history -> judge(Objects.requireNonNull(teams.get(history.name())), history, violations));
    spent.forEach((team, sum) -> judge(team, sum.get(), histories, teams, violations));
    long all = spent.values().stream().mapToLong(AtomicLong::get).sum();
    return new Outcome(told.get(), all, violations);
  }

  private static List<String> atOnce(List<Runnable> acts) throws InterruptedException {
    List<String> violations = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> running = new ArrayList<>();
      acts.forEach(act -> running.add(threads.submit(act)));
      for (Future<?> act : running) {
        try {
          act.get();
        } catch (ExecutionException e) {
          violations.add("an act failed: " + e.getCause());
        }
      }
    }
    return violations;
  }

  /// As the janitor does, of what is not known to have ended.
  private void ask(TeamId team, GatewayHistory history) {
    Payment payment = payments.find(team, GatewayTalk.id(history.name())).orElseThrow();
    if (payment.state().isFinal()) {
      return;
    }
    payments.answered(
        payment,
        history.isPaid()
            ? new GatewayAnswer.Succeeded(
                "cs " + history.name(), "pi " + history.name(), Money.usd(history.amount()))
            : new GatewayAnswer.Declined("expired"));
  }

  private static boolean isPaid(Payment payment) {
    return payment.state() == PaymentState.SUCCEEDED;
  }

  private void judge(TeamId team, GatewayHistory history, List<String> violations) {
    Payment payment = payments.find(team, GatewayTalk.id(history.name())).orElseThrow();
    if (isPaid(payment) != history.isPaid() || !payment.state().isFinal()) {
      violations.add(history.name() + " is " + payment.state());
    }
    long taken =
        database
            .query(
                "select clawed - reinstated from payments where payment_id = ?",
                Parameters.of(payment.id().value()),
                row -> row.getLong(1))
            .getFirst();
    if (taken != history.reversed()) {
      violations.add(history.name() + " lost " + taken + ", not " + history.reversed());
    }
  }

  private void judge(
      TeamId team,
      long spent,
      List<GatewayHistory> histories,
      Map<String, TeamId> teams,
      List<String> violations) {
    long expected =
        histories.stream()
                .filter(history -> team.equals(teams.get(history.name())) && history.isPaid())
                .mapToLong(history -> history.amount() - history.reversed())
                .sum()
            - spent;
    Wallet wallet = wallets.of(team);
    long has = wallet.balance().minus(wallet.owed()).minorUnits();
    if (has != expected) {
      violations.add(team + " has " + has + ", not " + expected);
    }
  }

  /// Buys a lead, if there is enough for it; says for how much. What was held and not bought stays
  /// held, with money that may go meanwhile.
  private long spend(TeamId team, LeadId lead) {
    HoldAnswer answer = holds.hold(team, Wishes.of(lead, SaleMode.SHARED)).getFirst();
    if (!(answer instanceof HoldAnswer.Held(Hold hold))) {
      return 0;
    }
    Purchase purchase =
        orders.checkOut(team, Sales.checkout("of " + lead.text(), hold.price(), hold));
    return purchase instanceof Purchase.Paid(Money amount, Instant _) ? amount.minorUnits() : 0;
  }

  @Override
  public void close() {
    connections.close();
  }
}
