package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.HeldBefore;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.Offering;
import com.aiqleads.marketplace.holds.Release;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Waits;
import com.aiqleads.marketplace.holds.Wish;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.orders.Purchase.Paid;
import com.aiqleads.marketplace.orders.Purchase.PaidBefore;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Buyers who all want the same few leads, each doing at random what buyers do, on connections of
/// their own; some lose theirs in the middle of an act. Meanwhile somebody looks for faults all the
/// time, in whatever state of things there is.
final class Races implements AutoCloseable {

  /// What happened in one race.
  ///
  /// @param violations what must never be, as it was found
  record Outcome(long seed, int acts, int held, int bought, List<String> violations) {

    Outcome {
      violations = List.copyOf(violations);
    }
  }

  /// Half of what the server takes: one that was cut off is counted until its process has seen it.
  private static final int CONNECTIONS = 30;

  /// A thousand who let time pass at once would be more than the server takes.
  private static final int ADMINISTRATORS = 2;
  private static final int LEADS = 4;
  private static final int LIMIT = 3;
  private static final long GIFT_CENTS = 300_00;

  private final PostgresService postgres;
  private final HikariDataSource connections;
  private final HikariDataSource administrators;
  private final CrashingSource source;
  private final Database database;
  private final Database administrator;
  private final Holds holds;
  private final Waits waits;
  private final Orders orders;
  private final TestClock clock;

  Races(PostgresService postgres) {
    this.postgres = postgres;
    connections = Stores.pool(postgres.dataSource(), CONNECTIONS);
    administrators = Stores.pool(postgres.administrator(), ADMINISTRATORS);
    source = new CrashingSource(connections);
    database = new Database(source);
    administrator = new Database(administrators);
    holds = new PostgresHolds(database, InstantSource.system());
    waits = new PostgresWaits(database, InstantSource.system());
    orders = new PostgresOrders(database);
    clock = new TestClock(administrator);
  }

  /// @param slots how often each lead may be sold
  Outcome run(long seed, int racers, int slots, int acts) {
    prepare(racers, slots);
    AtomicInteger held = new AtomicInteger();
    AtomicInteger bought = new AtomicInteger();
    AtomicLong turns = new AtomicLong();
    List<String> violations = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> watch =
          CompletableFuture.runAsync(
              () -> {
                while (!over.get()) {
                  violations.addAll(faults());
                }
              },
              all);
      CompletableFuture<?>[] racing =
          IntStream.range(0, racers)
              .mapToObj(
                  number ->
                      CompletableFuture.runAsync(
                          () -> {
                            Racer racer = new Racer(number, new Random(seed * 7_919 + number));
                            while (turns.getAndIncrement() < acts) {
                              racer.act(held, bought, violations);
                            }
                          },
                          all))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(racing).join();
      over.set(true);
      watch.join();
    }
    violations.addAll(faults());
    violations.addAll(uncounted(held.get()));
    return new Outcome(seed, acts, held.get(), bought.get(), violations);
  }

  private void prepare(int racers, int slots) {
    source.calm();
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, LEADS)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
    administrator.update("delete from marketplace.slots where slot_no > ?", Parameters.of(slots));
    administrator.update(
        "insert into marketplace.slots (lead_id, slot_no) select lead_id, nr"
            + " from marketplace.offers, generate_series(1, ?) as nr on conflict do nothing",
        Parameters.of(slots));
    PostgresTeamLimits limits = new PostgresTeamLimits(database);
    PostgresWallets wallets = new PostgresWallets(database);
    for (int number = 0; number < racers; number++) {
      wallets.grant(team(number), Sales.gift("start " + number, Money.usd(GIFT_CENTS)));
      if (number % 2 == 0) {
        Limit some = new Limit(Span.TOTAL, Optional.of(LIMIT), Optional.empty());
        limits.set(team(number), new Limits(ZoneOffset.UTC, List.of(some)));
      }
    }
    source.crashSometimes();
  }

  private List<String> faults() {
    Database looking = new Database(postgres.dataSource());
    List<String> found = new ArrayList<>(Faults.of(looking));
    PostgresWaitsTest.waitersWhoHold(looking)
        .forEach(team -> found.add("waits and holds: " + team));
    found.addAll(
        administrator.query(
            """
            select team_id::text from marketplace.holds h join marketplace.limits l using (team_id)
            where h.state = 'SOLD' or (h.state = 'ACTIVE' and h.hold_until > marketplace.clock())
            group by team_id having count(*) > max(l.max_leads)
            """,
            Parameters.of(),
            row -> "over the limit: " + row.getString(1)));
    return found;
  }

  /// Each hold is open, over, let go or bought: none is lost, none comes from nowhere. Those that
  /// nobody heard of, as the connection was gone, come on top.
  private List<String> uncounted(int held) {
    int kept =
        administrator
            .query("select count(*) from marketplace.holds", Parameters.of(), row -> row.getInt(1))
            .getFirst();
    return kept >= held && kept <= held + source.crashes()
        ? List.of()
        : List.of("%d holds were given, %d are kept".formatted(held, kept));
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", "racer " + number));
  }

  @Override
  public void close() {
    connections.close();
    administrators.close();
  }

  /// One team that wants what all want.
  private final class Racer {
    private final TeamId team;
    private final int number;
    private final Random random;
    private final List<Hold> mine = new ArrayList<>();
    private int order;

    Racer(int number, Random random) {
      this.number = number;
      this.random = random;
      team = team(number);
    }

    void act(AtomicInteger held, AtomicInteger bought, List<String> violations) {
      try {
        switch (random.nextInt(12)) {
          case 9 -> waits.join(team, anyLead());
          case 10 -> waits.offer(anyLead()).ifPresent(it -> offered(it, held));
          case 0, 1, 2 -> count(holds.hold(team, wish(SaleMode.SHARED, 1)), held);
          case 3 -> count(holds.hold(team, wish(SaleMode.EXCLUSIVE, 1)), held);
          case 4 -> both(holds.hold(team, wish(SaleMode.SHARED, 2)), held, violations);
          case 5, 6 -> buy(bought);
          case 7 -> mine().ifPresent(hold -> holds.extend(team, hold.id()));
          case 8 -> mine().ifPresent(this::release);
          default -> clock.pass(Duration.ofSeconds(random.nextInt(90)));
        }
      } catch (RuntimeException e) {
        if (!CrashingSource.isCrash(e)) {
          violations.add(number + ": " + e + " " + e.getCause());
        }
      }
    }

    private LeadId anyLead() {
      return OfferFixtures.leadId(1 + random.nextInt(LEADS));
    }

    /// Of whichever team it is: counted, and used by nobody until it is over.
    private void offered(Offering offering, AtomicInteger held) {
      if (offering instanceof Offering.Offered) {
        held.incrementAndGet();
      }
    }

    /// In whatever order: others ask for the same leads the other way round.
    private Wishes wish(SaleMode mode, int leads) {
      List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, LEADS).boxed().toList());
      Collections.shuffle(numbers, random);
      List<Wish> wishes =
          numbers.subList(0, leads).stream()
              .map(OfferFixtures::leadId)
              .map(lead -> new Wish(lead, Optional.empty()))
              .toList();
      return new Wishes(wishes, mode, true);
    }

    private void both(List<HoldAnswer> answers, AtomicInteger held, List<String> violations) {
      long had =
          answers.stream().filter(it -> it instanceof Held || it instanceof HeldBefore).count();
      if (had != 0 && had != answers.size() && answers.stream().anyMatch(Held.class::isInstance)) {
        violations.add("some of all: " + answers);
      }
      count(answers, held);
    }

    private void count(List<HoldAnswer> answers, AtomicInteger held) {
      for (HoldAnswer answer : answers) {
        if (answer instanceof Held(Hold hold)) {
          held.incrementAndGet();
          mine.add(hold);
        }
      }
    }

    private void buy(AtomicInteger bought) {
      if (mine.isEmpty()) {
        return;
      }
      Hold hold = mine.remove(random.nextInt(mine.size()));
      Checkout checkout =
          new Checkout(
              new OrderId(Ids.derived("order", team.text(), Integer.toString(order++))),
              Sales.BUYER,
              List.of(hold.id()),
              hold.price());
      switch (asked(checkout)) {
        case Paid _, PaidBefore _ -> bought.incrementAndGet();
        default -> {}
      }
    }

    /// Who did not hear the answer asks again, as often as it takes: it is one order.
    private Purchase asked(Checkout checkout) {
      while (true) {
        try {
          return orders.checkOut(team, checkout);
        } catch (StoreFailure e) {
          if (!CrashingSource.isCrash(e)) {
            throw e;
          }
        }
      }
    }

    private void release(Hold hold) {
      if (holds.release(team, hold.id()) instanceof Release.Released) {
        mine.remove(hold);
      }
    }

    private Optional<Hold> mine() {
      return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(random.nextInt(mine.size())));
    }
  }
}
