package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.subscriptions.Account;
import com.aiqleads.marketplace.subscriptions.Invoice;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Plan;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.Ruling;
import com.aiqleads.marketplace.subscriptions.Subscription;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Under the lock of the team's row an account is read, decided, and written: one transaction.
final class PostgresSubscriptions implements Subscriptions {

  private static final String LOCK = "select team_id from lock_buyer(?)";

  private static final String END_HOLDS = "select end_overdue_holds(?, clock())";

  private static final String DUE = "select * from subscriptions_to_renew(?)";

  private static final String FACTS =
      """
      select clock() as now_is, coalesce(b.plan, 'free') as plan,
        coalesce(b.time_zone, 'UTC') as time_zone,
        purchased_credit(asked.team_id, 'USD') as purchased,
        exists (select from debts d where d.team_id = asked.team_id and d.amount > 0) as in_debt,
        (select count(*) from invoices i
          where i.team_id = asked.team_id and i.issued_at > clock() - interval '24 hours') as items
      from (select ?::uuid as team_id) as asked left join buyers b using (team_id)
      """;

  private static final String LAST =
      """
      select s.*, coalesce((
          select max(t.period) from subscription_steps t
          where t.subscription_id = s.subscription_id), 0) as last_billed
      from subscriptions s where s.team_id = ? order by s.nr desc limit 1
      """;

  private static final String STEPS =
      """
      select * from subscription_steps where subscription_id = ? and period = ? order by step
      """;

  static final String UNPAID =
      """
      select d.*, i.net + i.tax as total, i.currency from dunnings d join invoices i using (invoice_id)
      where d.team_id = ? and d.ended_at is null order by i.number
      """;

  private static final String INVOICES =
      """
      select i.*, l.what, l.from_at, l.until_at, l.amount, p.paid_at,
        coalesce(d.written_off, false) as written_off
      from (
        select * from invoices where team_id = ? and number < ?
          and invoice_id = coalesce(?, invoice_id) order by number desc limit ?) as i
      join invoice_lines l using (invoice_id)
      left join invoice_payments p using (invoice_id)
      left join dunnings d using (invoice_id)
      order by i.number desc, l.place
      """;

  private final Database database;
  private final SubscriptionActs acts;

  PostgresSubscriptions(Database database) {
    this.database = database;
    this.acts = new SubscriptionActs(database);
  }

  @Override
  public List<Plan> plans() {
    return database.query(SubscriptionRows.PLANS, Parameters.of(), SubscriptionRows::plan);
  }

  @Override
  public Account look(TeamId team) {
    return database.readOnly(() -> account(team));
  }

  @Override
  public <T> T decide(TeamId team, Function<Account, Ruling<T>> rule) {
    return database.inTransaction(
        () -> {
          database.query(LOCK, Parameters.of(team.value()), _ -> true);
          database.query(END_HOLDS, Parameters.of(team.value()), _ -> true);
          Account account = account(team);
          Ruling<T> ruling = rule.apply(account);
          acts.write(account, ruling.acts());
          acts.settle(account(team));
          return ruling.outcome();
        });
  }

  @Override
  public List<TeamId> due(int most) {
    return database.query(
        DUE, Parameters.of(most), row -> new TeamId(row.getObject(1, UUID.class)));
  }

  @Override
  public List<Invoice> invoices(TeamId team, long below, int limit) {
    return invoices(team, below, null, limit);
  }

  @Override
  public Optional<Invoice> invoice(TeamId team, InvoiceId invoice) {
    return invoices(team, Long.MAX_VALUE, invoice.value(), 1).stream().findFirst();
  }

  private List<Invoice> invoices(TeamId team, long below, @Nullable UUID only, int limit) {
    Map<InvoiceId, Invoice> found = new LinkedHashMap<>();
    database
        .query(INVOICES, Parameters.of(team.value(), below, only, limit), SubscriptionRows::invoice)
        .forEach(line -> found.merge(line.id(), line, PostgresSubscriptions::together));
    return List.copyOf(found.values());
  }

  private static Invoice together(Invoice one, Invoice more) {
    return new Invoice(
        one.id(),
        one.number(),
        one.issuedAt(),
        Stream.concat(one.lines().stream(), more.lines().stream()).toList(),
        one.net(),
        one.tax(),
        one.credits(),
        one.state(),
        one.paidAt());
  }

  private record Facts(
      Instant now, ZoneId zone, PlanName plan, Money purchased, boolean inDebt, int items) {}

  private Account account(TeamId team) {
    UUID id = team.value();
    Facts facts = database.query(FACTS, Parameters.of(id), PostgresSubscriptions::facts).getFirst();
    List<Unpaid> unpaid = database.query(UNPAID, Parameters.of(id), SubscriptionRows::unpaid);
    return new Account(
        team,
        facts.now(),
        facts.zone(),
        facts.plan(),
        plans(),
        database.queryOne(LAST, Parameters.of(id), SubscriptionRows::subscription).map(this::whole),
        unpaid,
        facts.purchased(),
        facts.inDebt(),
        facts.items());
  }

  private static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        SubscriptionRows.instant(row, "now_is"),
        ZoneId.of(row.getString("time_zone")),
        new PlanName(row.getString("plan")),
        Money.usd(row.getLong("purchased")),
        row.getBoolean("in_debt"),
        row.getInt("items"));
  }

  private Subscription whole(Subscription found) {
    return new Subscription(
        found.id(),
        found.state(),
        found.plan(),
        found.months(),
        found.period(),
        database.query(
            STEPS,
            Parameters.of(found.id().value(), found.period().number()),
            SubscriptionRows::step),
        found.lastBilled(),
        found.next(),
        found.parked());
  }
}
