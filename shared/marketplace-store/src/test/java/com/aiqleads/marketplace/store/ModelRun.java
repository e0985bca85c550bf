package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Extension;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.Release;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Wish;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.store.ModelMarket.ModelHold;
import com.aiqleads.marketplace.store.ModelMarket.ModelLead;
import com.aiqleads.marketplace.store.ModelMarket.ModelLot;
import com.aiqleads.marketplace.store.ModelMarket.ModelTeam;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.testkit.PostgresService;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Random acts, each on the database and on the model: what they answer, and everything that can
/// be different afterwards, must be the same. One seed is one life of a market, which can be lived
/// again.
final class ModelRun implements AutoCloseable {

  /// Where the two differ, or what must never be, with what was done last.
  record Difference(long seed, int step, String what, List<String> last) {

    Difference {
      last = List.copyOf(last);
    }

    @Override
    public String toString() {
      return "seed %d, step %d: %s%nthe last acts:%n%s"
          .formatted(seed, step, what, String.join("\n", last));
    }
  }

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final int TEAMS = 4;
  private static final int LEADS = 5;
  private static final int LAST = 40;

  /// More than a team has lots or holds in a life.
  private static final int LIFE = 10_000;

  /// Everything is looked at after each act; what adds up over all of history, now and then.
  private static final int BETWEEN_AUDITS = 25;

  private static final int TICK_SECONDS = 30;
  private static final int LONGEST_TICKS = 9;

  private static final String SEEN =
      """
      with ordered as (
        select team_id, nr from unnest(?::uuid[]) with ordinality as t (team_id, nr)
      )
      select coalesce((select string_agg(format('team %s unbought %s balance %s lots %s',
          o.nr - 1, coalesce(b.unbought, 0),
          coalesce((select sum(a.balance) from accounts a where a.team_id = o.team_id), 0),
          coalesce((select string_agg(l.lot_id || '=' || l.remaining, ',' order by
            (l.lot_id || '=' || l.remaining) collate "C")
            from lots l where l.team_id = o.team_id and l.remaining > 0), '')) || E'\\n',
        '' order by o.nr) from ordered o left join buyers b using (team_id)), '')
      || coalesce((select string_agg(format('%s team %s amount %s until %s %s', h.hold_id, o.nr - 1,
          h.amount, extract(epoch from h.hold_until)::bigint,
          case when h.funded then 'funded' else 'unfunded' end), E'\\n'
        order by h.hold_id::text collate "C")
        from holds h join ordered o using (team_id) where h.state = 'ACTIVE'), '') || E'\\n'
      || (select string_agg(text, '' order by lead_id) from (
        select s.lead_id, format(E'%s free %s sold %s line %s\\n', s.lead_id,
          count(*) filter (where s.state = 'FREE'
            or (s.state = 'HELD' and s.hold_until <= clock())),
          count(*) filter (where s.state = 'SOLD'),
          coalesce((select string_agg((o.nr - 1)::text, ',' order by w.nr)
            from waits w join ordered o using (team_id)
            where w.lead_id = s.lead_id and w.state = 'WAITING'), '')) as text from slots s group by s.lead_id) as all_slots)
      """;

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final PostgresService postgres;
  private final HikariDataSource connections;
  private final HikariDataSource administrators;
  private final Database database;
  private final Database administrator;
  private final PostgresHolds holds;
  private final PostgresOrders orders;
  private final PostgresWallets wallets;
  private final PostgresTeamLimits limits;
  private final PostgresWaits waits;
  private Random random = new Random(0);
  private ModelMarket model = new ModelMarket(NOON);
  private TestClock clock;
  private int names;

  ModelRun(PostgresService postgres) {
    this.postgres = postgres;
    HikariConfig functions = new HikariConfig();
    functions.setJdbcUrl(postgres.jdbcUrl() + "?prepareThreshold=3");
    functions.setUsername(postgres.username());
    functions.setPassword(postgres.password());
    connections = pool(functions);
    HikariConfig administration = new HikariConfig();
    administration.setDataSource(postgres.administrator());
    administrators = pool(administration);
    database = new Database(connections);
    administrator = new Database(administrators);
    holds = new PostgresHolds(database, InstantSource.system());
    orders = new PostgresOrders(database);
    wallets = new PostgresWallets(database);
    limits = new PostgresTeamLimits(database);
    waits = new PostgresWaits(database, InstantSource.system());
    clock = new TestClock(administrator);
  }

  /// What is written need not outlive the server; what is asked is prepared there.
  private static HikariDataSource pool(HikariConfig pool) {
    pool.setMaximumPoolSize(2);
    pool.setConnectionInitSql("set synchronous_commit = off");
    return new HikariDataSource(pool);
  }

  Optional<Difference> live(long seed, int steps) {
    begin(seed);
    Deque<String> last = new ArrayDeque<>();
    for (int step = 1; step <= steps; step++) {
      List<String> differences = new ArrayList<>();
      try {
        last.add(step + " " + act(differences));
      } catch (RuntimeException e) {
        differences.add(e + " " + e.getCause());
      }
      if (last.size() > LAST) {
        last.remove();
      }
      compare("what is there", model.seen(), seen(), differences);
      if (step % BETWEEN_AUDITS == 0 || step == steps) {
        differences.addAll(Faults.of(database));
      }
      if (!differences.isEmpty()) {
        String what = String.join("\n", differences);
        return Optional.of(new Difference(seed, step, what, List.copyOf(last)));
      }
    }
    return Optional.empty();
  }

  private void begin(long seed) {
    random = new Random(seed);
    names = 0;
    postgres.clear();
    clock = new TestClock(administrator);
    model = new ModelMarket(NOON);
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, LEADS)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
    administrator.update("delete from marketplace.slots", Parameters.of());
    List<LeadId> ids =
        IntStream.rangeClosed(1, LEADS)
            .mapToObj(OfferFixtures::leadId)
            .sorted((one, other) -> one.value().toString().compareTo(other.value().toString()))
            .toList();
    for (int number = 0; number < LEADS; number++) {
      ModelLead lead = new ModelLead(ids.get(number), number + 1);
      model.leads.put(lead.id, lead);
      administrator.update(
          "insert into marketplace.slots (lead_id, slot_no)"
              + " select ?, nr from generate_series(1, ?) as nr",
          Parameters.of(lead.id.value(), lead.slots));
      price(lead, 10_00 + 7 * number);
    }
    for (int team = 0; team < TEAMS; team++) {
      model.teams.add(new ModelTeam());
    }
  }

  /// Does something, and says what.
  private String act(List<String> differences) {
    int team = random.nextInt(TEAMS);
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3, 4 -> hold(team, 1, random.nextInt(4) == 0, differences);
      case 5, 6 -> hold(team, 2 + random.nextInt(LEADS - 1), random.nextInt(6) == 0, differences);
      case 7, 8, 9, 10 -> buy(team, differences);
      case 11 -> extend(team, differences);
      case 12, 13 -> release(team, differences);
      case 14, 15 -> grant(team, differences);
      case 16 -> limit(team);
      case 17 -> offer();
      case 18 -> sweep();
      case 19, 20, 21 -> waiting().join(team, team(team), differences);
      case 22 -> waiting().leave(team, team(team), differences);
      case 23, 24 -> waiting().offer(differences);
      default -> pass();
    };
  }

  private ModelWaiting waiting() {
    return new ModelWaiting(waits, model, random, this::dieSometimes, ModelRun::number);
  }

  private static int number(TeamId team) {
    return IntStream.range(0, TEAMS).filter(nr -> team(nr).equals(team)).findFirst().orElseThrow();
  }

  private String hold(int team, int many, boolean whole, List<String> differences) {
    List<LeadId> wanted = new ArrayList<>(model.leads.keySet());
    Collections.shuffle(wanted, random);
    wanted = wanted.subList(0, many);
    ModelLead first = model.lead(wanted.getFirst());
    @Nullable Long expected =
        many == 1 && random.nextBoolean()
            ? Long.valueOf(first.price(whole) + random.nextInt(2))
            : null;
    boolean allOrNone = random.nextBoolean();
    Wishes wishes =
        new Wishes(
            wanted.stream()
                .map(lead -> new Wish(lead, Optional.ofNullable(expected).map(Money::usd)))
                .toList(),
            whole ? SaleMode.EXCLUSIVE : SaleMode.SHARED,
            allOrNone);
    dieSometimes(() -> holds.hold(team(team), wishes));
    int before = model.holds.size();
    List<String> right = model.hold(team, wanted, expected, whole, allOrNone);
    List<HoldAnswer> answers = holds.hold(team(team), wishes);
    compare(
        "hold",
        right.toString(),
        answers.stream().map(ModelRun::text).toList().toString(),
        differences);
    List<HoldId> ids =
        answers.stream()
            .flatMap(
                one ->
                    one instanceof HoldAnswer.Held(Hold hold)
                        ? Optional.of(hold.id()).stream()
                        : Optional.<HoldId>empty().stream())
            .toList();
    for (int number = 0; number < ids.size() && before + number < model.holds.size(); number++) {
      model.holds.get(before + number).id = ids.get(number);
    }
    return "hold team " + team + " " + wishes + " -> " + right;
  }

  static String text(HoldAnswer answer) {
    return switch (answer) {
      case HoldAnswer.Held(Hold hold) -> "HELD until " + hold.until();
      case HoldAnswer.HeldBefore(Hold hold) -> "HELD_BEFORE left " + hold.extensionsLeft();
      case HoldAnswer.NotOnSale _ -> "NOT_ON_SALE";
      case HoldAnswer.SoldOut _ -> "SOLD_OUT";
      case HoldAnswer.AllHeld _ -> "ALL_HELD";
      case HoldAnswer.AlreadyOwned _ -> "ALREADY_OWNED";
      case HoldAnswer.HeldOtherwise _ -> "HELD_OTHERWISE";
      case HoldAnswer.PriceChanged(_, Money price) -> "PRICE_CHANGED to " + price.minorUnits();
      case HoldAnswer.OverLimit _ -> "OVER_LIMIT";
      case HoldAnswer.TooManyHolds _ -> "TOO_MANY_HOLDS";
      case HoldAnswer.CoolingDown(_, Instant until) -> "COOLING_DOWN until " + until;
      case HoldAnswer.Early(_, Instant until) -> "EARLY until " + until;
      case HoldAnswer.OthersRefused _ -> "OTHERS_REFUSED";
    };
  }

  private String buy(int team, List<String> differences) {
    List<ModelHold> wanted = someHolds(team, 1 + random.nextInt(3));
    if (wanted.isEmpty()) {
      return "nothing to buy";
    }
    String order = "order " + team + " " + (random.nextInt(8) == 0 ? names : ++names);
    long amount =
        wanted.stream().mapToLong(one -> one.amount).sum() + (random.nextInt(12) == 0 ? 1 : 0);
    Checkout checkout =
        new Checkout(
            new OrderId(Ids.derived("order", order)),
            Sales.BUYER,
            wanted.stream().map(one -> one.id).toList(),
            Money.usd(amount));
    if (model.teams.get(team).orders.containsKey(order)) {
      return "the order " + order + " is another";
    }
    dieSometimes(() -> orders.checkOut(team(team), checkout));
    String right = model.buy(team, order, wanted, amount);
    compare("buy", right, text(orders.checkOut(team(team), checkout)), differences);
    if (random.nextInt(4) == 0) {
      // Nobody has heard the answer.
      String again = model.buy(team, order, wanted, amount);
      compare("buy again", again, text(orders.checkOut(team(team), checkout)), differences);
    }
    return "buy team " + team + " " + checkout + " -> " + right;
  }

  private static String text(Purchase purchase) {
    return switch (purchase) {
      case Purchase.Paid _ -> "PAID";
      case Purchase.PaidBefore _ -> "PAID_BEFORE";
      case Purchase.IdReused _ -> "ID_REUSED";
      case Purchase.UnknownHold _ -> "UNKNOWN";
      case Purchase.HoldEnded(_, var ending) -> ending.name();
      case Purchase.BeingPaid _ -> "BEING_PAID";
      case Purchase.NotOnSale _ -> "NOT_ON_SALE";
      case Purchase.CartChanged(Money amount) -> "CART_CHANGED to " + amount.minorUnits();
      case Purchase.TooLittleCredit _ -> "TOO_LITTLE_CREDIT";
    };
  }

  private String extend(int team, List<String> differences) {
    Optional<ModelHold> hold = someHolds(team, 1).stream().findFirst();
    String right = model.extend(team, hold.filter(one -> one.team == team));
    String answer =
        switch (holds.extend(team(team), id(hold))) {
          case Extension.Extended(Hold longer) -> "EXTENDED until " + longer.until();
          case Extension.NoLonger _ -> "NO_LONGER";
          case Extension.Ended(var ending) -> ending.name();
          case Extension.Unknown _ -> "UNKNOWN";
        };
    compare("extend", right, answer, differences);
    return "extend team " + team + " " + id(hold) + " -> " + right;
  }

  private String release(int team, List<String> differences) {
    Optional<ModelHold> hold = someHolds(team, 1).stream().findFirst();
    String right = model.release(team, hold.filter(one -> one.team == team));
    String answer =
        switch (holds.release(team(team), id(hold))) {
          case Release.Released _ -> "RELEASED_NOW";
          case Release.Ended(var ending) -> ending.name();
          case Release.Unknown _ -> "UNKNOWN";
        };
    compare("release", right, answer, differences);
    return "release team " + team + " " + id(hold) + " -> " + right;
  }

  private String grant(int team, List<String> differences) {
    boolean isNew = random.nextInt(5) > 0;
    String name = "grant " + team + " " + (isNew ? ++names : names);
    Grant grant =
        new Grant(
            new TransferId(Ids.derived("transfer", name)),
            random.nextBoolean() ? Grant.Kind.GIFT : Grant.Kind.TOP_UP,
            Money.usd(1 + random.nextInt(60_00)),
            random.nextInt(3) == 0 ? 1 : Grant.USUAL_PRIORITY,
            random.nextInt(3) == 0
                ? Optional.of(model.now.plusSeconds(TICK_SECONDS * (1L + random.nextInt(20))))
                : Optional.empty(),
            name);
    if (model.teams.get(team).granted.containsKey(grant.id())) {
      return "the grant " + name + " is another";
    }
    dieSometimes(() -> wallets.grant(team(team), grant));
    String right = model.grant(team, lot(grant));
    compare("grant", right, wallets.grant(team(team), grant).name(), differences);
    if (random.nextInt(4) == 0) {
      String again = model.grant(team, lot(grant));
      compare("grant again", again, wallets.grant(team(team), grant).name(), differences);
    }
    return "team " + team + " " + grant + " -> " + right;
  }

  private ModelLot lot(Grant grant) {
    return new ModelLot(
        grant.id(),
        grant.kind().name(),
        grant.priority(),
        model.now,
        grant.until().orElse(null),
        grant.amount().minorUnits());
  }

  private String limit(int team) {
    ModelTeam who = model.teams.get(team);
    who.maxLeads = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(9));
    who.maxAmount = random.nextBoolean() ? null : Long.valueOf(random.nextInt(200_00));
    List<Limit> set =
        who.maxLeads == null && who.maxAmount == null
            ? List.of()
            : List.of(
                new Limit(
                    Span.TOTAL,
                    Optional.ofNullable(who.maxLeads),
                    Optional.ofNullable(who.maxAmount).map(Money::usd)));
    limits.set(team(team), new Limits(ZoneOffset.UTC, set));
    return "limit team " + team + " " + set;
  }

  /// Another price, off sale or on sale again.
  private String offer() {
    List<ModelLead> all = List.copyOf(model.leads.values());
    ModelLead lead = all.get(random.nextInt(LEADS));
    if (random.nextBoolean()) {
      price(lead, 1 + random.nextInt(30_00));
      return lead.id + " costs " + lead.price + ", alone " + lead.exclusivePrice;
    }
    lead.onSale = !lead.onSale || random.nextInt(3) > 0;
    administrator.update(
        "update marketplace.offers set standing = ? where lead_id = ?",
        Parameters.of(lead.onSale ? "ON_SALE" : "WITHDRAWN", lead.id.value()));
    return lead.id + (lead.onSale ? " is on sale" : " is withdrawn");
  }

  private void price(ModelLead lead, long cents) {
    lead.price = cents;
    lead.exclusivePrice = cents * (1 + random.nextInt(4));
    administrator.update(
        "update marketplace.offers set price = ?, exclusive_price = ? where lead_id = ?",
        Parameters.of(lead.price, lead.exclusivePrice, lead.id.value()));
  }

  private String sweep() {
    for (int team = 0; team < TEAMS; team++) {
      model.begin(team);
    }
    holds.endOverdue(LIFE);
    for (int team = 0; team < TEAMS; team++) {
      model.expireLots(team);
    }
    wallets.expire(LIFE);
    model.lines.endSoldOut();
    waits.endSoldOut();
    return "sweep";
  }

  private String pass() {
    Duration time = Duration.ofSeconds(TICK_SECONDS * (1L + random.nextInt(LONGEST_TICKS)));
    clock.pass(time);
    model.now = model.now.plus(time);
    return "it is " + model.now;
  }

  /// Who dies before the end has changed nothing.
  private void dieSometimes(Runnable act) {
    if (random.nextInt(15) > 0) {
      return;
    }
    try {
      database.inTransaction(
          () -> {
            act.run();
            throw new Died();
          });
    } catch (Died _) {
      // As it was to be.
    }
  }

  /// Mostly of the team, mostly those that last, but also what it cannot have.
  private List<ModelHold> someHolds(int team, int most) {
    List<ModelHold> all = new ArrayList<>(model.holds);
    Collections.shuffle(all, random);
    boolean isOwn = random.nextInt(10) > 0;
    boolean isActive = random.nextInt(10) > 0;
    return all.stream()
        .filter(one -> !isOwn || one.team == team)
        .filter(one -> !isActive || one.state == ModelMarket.State.ACTIVE)
        .limit(most)
        .toList();
  }

  private static HoldId id(Optional<ModelHold> hold) {
    return hold.map(one -> one.id).orElse(new HoldId(Ids.derived("hold", "nobody's")));
  }

  private String seen() {
    return database
        .query(
            SEEN,
            Parameters.of(
                (Object)
                    IntStream.range(0, TEAMS)
                        .mapToObj(number -> team(number).value())
                        .toArray(java.util.UUID[]::new)),
            row -> row.getString(1))
        .getFirst();
  }

  static void compare(String what, String right, String is, List<String> differences) {
    if (!right.equals(is)) {
      differences.add("%s%nshould be %s%n but is  %s".formatted(what, right, is));
    }
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", "model " + number));
  }

  @Override
  public void close() {
    connections.close();
    administrators.close();
  }
}
