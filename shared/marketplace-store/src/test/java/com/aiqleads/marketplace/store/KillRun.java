package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderDesk;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Orders by card, each killed at one of its steps and brought to its end by somebody else: then
/// who was charged has the leads or the money, and nobody has both, or neither, or either twice.
final class KillRun implements AutoCloseable {

  /// What the buyer and the world do.
  enum Story {
    PAID,
    PAID_TOO_LATE,
    PAID_AND_TAKEN,
    PAID_IN_SILENCE,
    TAKEN_IN_SILENCE,
    NEVER_PAID,
    CANCELED
  }

  /// Who comes after the one who was killed; the janitor comes after them in any case.
  enum Follower {
    SAME_REQUEST,
    MESSAGES,
    JANITOR
  }

  record Outcome(int lives, int kills, List<String> violations) {}

  private static final Duration LATE = Duration.ofHours(1);
  private static final int LEADS = 1_200;
  private static final int CONNECTIONS = 2;
  private static final int ROUNDS = 3;

  private final PostgresService postgres;
  private final HikariDataSource functions;
  private final HikariDataSource administrators;
  private final Database database;
  private final PostgresHolds holds;
  private final PostgresCardOrders orders;
  private final PostgresPayments payments;
  private TestClock clock;
  private int leads;

  KillRun(PostgresService postgres) {
    this.postgres = postgres;
    this.functions = Stores.pool(postgres.dataSource(), CONNECTIONS);
    this.administrators = Stores.pool(postgres.administrator(), CONNECTIONS);
    this.database = new Database(functions);
    this.holds = new PostgresHolds(database, InstantSource.system());
    this.orders = new PostgresCardOrders(database);
    this.payments = new PostgresPayments(database);
    this.clock = new TestClock(new Database(administrators));
  }

  /// Each story, killed at each step, followed by each; only every so many of those lives.
  Outcome run(long seed, int every) {
    begin();
    int number = 0;
    int lives = 0;
    int kills = 0;
    List<String> violations = new ArrayList<>();
    for (Story story : Story.values()) {
      for (Follower follower : Follower.values()) {
        int steps = new Life(story, follower, seed, new Killing(0, false)).live(violations);
        for (int at = 1; at <= steps; at++) {
          for (boolean isAfter : new boolean[] {false, true}) {
            if (number++ % every == seed % every) {
              Killing killing = new Killing(at, isAfter);
              new Life(story, follower, seed, killing).live(violations);
              lives++;
              kills += killing.isOver() ? 1 : 0;
            }
          }
        }
      }
    }
    violations.addAll(Faults.of(database));
    return new Outcome(lives, kills, violations);
  }

  private void begin() {
    postgres.clear();
    clock = new TestClock(new Database(administrators));
    leads = 0;
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, LEADS)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  private LeadId nextLead() {
    if (leads == LEADS) {
      throw new IllegalStateException("more lives than leads");
    }
    return OfferFixtures.leadId(++leads);
  }

  /// One order.
  private final class Life {
    private final Story story;
    private final Follower follower;
    private final Killing killing;
    private final String name;
    private final TeamId team;
    private final KilledBank bank = new KilledBank();
    private final OrderDesk desk;
    private final Payments ears;
    private final CardOrders finisher;
    private final Checkout checkout;
    private final List<LeadId> wanted;
    private final SaleMode mode;

    Life(Story story, Follower follower, long seed, Killing killing) {
      this.story = story;
      this.follower = follower;
      this.killing = killing;
      this.name = story + " " + follower + " lead " + leads + " seed " + seed;
      this.team = new TeamId(Ids.derived("team", name));
      this.ears = killing.armed(Payments.class, payments);
      this.finisher = killing.armed(CardOrders.class, orders);
      this.desk = new OrderDesk(finisher, ears, killing.armed(PaymentGateway.class, bank));
      this.mode = seed % 2 == 0 ? SaleMode.EXCLUSIVE : SaleMode.SHARED;
      this.wanted = List.of(nextLead());
      Hold[] held = wanted.stream().map(lead -> hold(team, lead, mode)).toArray(Hold[]::new);
      long total = 0;
      for (Hold hold : held) {
        total += hold.price().minorUnits();
      }
      this.checkout = Sales.checkout(name, Money.usd(total), held);
    }

    /// How many steps it took, all of those who came later included.
    int live(List<String> violations) {
      bank.silent(isSilent());
      unlessKilled(() -> desk.pay(team, checkout));
      if (killing.isOver() && follower == Follower.SAME_REQUEST) {
        unlessKilled(() -> desk.pay(team, checkout));
      }
      world();
      if (follower == Follower.MESSAGES) {
        messages();
        messages();
      }
      if (follower == Follower.SAME_REQUEST) {
        unlessKilled(() -> desk.pay(team, checkout));
      }
      for (int round = 0; round < ROUNDS; round++) {
        unlessKilled(this::janitor);
        bank.silent(false);
        clock.pass(Duration.ofDays(1));
        bank.expire();
      }
      unlessKilled(this::janitor);
      judge(violations);
      return killing.steps();
    }

    private boolean isSilent() {
      return story == Story.PAID_IN_SILENCE || story == Story.TAKEN_IN_SILENCE;
    }

    private void unlessKilled(Runnable act) {
      try {
        act.run();
      } catch (Killing.Killed _) {
        // Whoever follows goes on.
      }
    }

    private void world() {
      switch (story) {
        case PAID, PAID_IN_SILENCE -> pay();
        case PAID_TOO_LATE -> {
          clock.pass(LATE);
          pay();
        }
        case PAID_AND_TAKEN, TAKEN_IN_SILENCE -> {
          clock.pass(LATE);
          hold(new TeamId(Ids.derived("other", name)), wanted.getFirst(), SaleMode.EXCLUSIVE);
          pay();
        }
        case CANCELED -> payment().ifPresent(id -> unlessKilled(() -> desk.cancel(team, id)));
        case NEVER_PAID -> {}
      }
    }

    private void pay() {
      payment().ifPresent(id -> bank.pay(id, checkout.expected()));
    }

    private Optional<PaymentId> payment() {
      return database
          .query(
              "select payment_id from drafts where order_id = ?",
              Parameters.of(checkout.order().value()),
              row -> new PaymentId(row.getObject(1, UUID.class)))
          .stream()
          .findFirst();
    }

    /// As Stripe sends them, and sends them again.
    private void messages() {
      payment()
          .filter(bank::isPaid)
          .ifPresent(
              id ->
                  unlessKilled(
                      () -> {
                        ears.heard(GatewayTalk.paid(id, checkout.expected()));
                        finisher.finish(id);
                      }));
    }

    private void janitor() {
      PaymentDesk asker = new PaymentDesk(ears, desk.gateway());
      finisher.toFinish(10).forEach(desk::finish);
      for (Payment due : ears.toAsk(10)) {
        desk.finish(asker.forward(due));
      }
    }

    private void judge(List<String> violations) {
      payment()
          .flatMap(id -> orders.find(team, id))
          .ifPresentOrElse(order -> judge(order, violations), () -> judgeNothing(violations));
      long balance = new PostgresWallets(database).of(team).balance().minorUnits();
      if (balance != 0) {
        violations.add(name + ": the wallet has " + balance);
      }
    }

    private void judgeNothing(List<String> violations) {
      if (bank.charged() != 0) {
        violations.add(name + ": charged for nothing");
      }
    }

    private void judge(CardOrder order, List<String> violations) {
      long total = checkout.expected().minorUnits();
      int bought =
          new PostgresOrders(database)
              .of(team, Instant.parse("2100-01-01T00:00:00Z"), 10).stream()
                  .mapToInt(one -> one.leads().size())
                  .sum();
      boolean isRight =
          switch (order.state()) {
            case PAID -> bank.charged() == total && bank.returned() == 0 && bought == wanted.size();
            case REFUNDED -> bank.charged() == total && bank.returned() == total && bought == 0;
            case CANCELED -> bank.charged() == 0 && bank.returned() == 0 && bought == 0;
            case OPEN, REFUND_DUE -> false;
          };
      if (!isRight) {
        violations.add(
            "%s: %s, charged %d, returned %d, bought %d"
                .formatted(name, order.state(), bank.charged(), bank.returned(), bought));
      }
    }
  }

  @Override
  public void close() {
    functions.close();
    administrators.close();
  }

  private Hold hold(TeamId team, LeadId lead, SaleMode mode) {
    return ((Held) holds.hold(team, Wishes.of(lead, mode)).getFirst()).hold();
  }
}
