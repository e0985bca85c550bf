package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Granting;
import com.aiqleads.marketplace.wallet.Lot;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.Statement;
import com.aiqleads.marketplace.wallet.Wallet;
import com.aiqleads.marketplace.wallet.Wallets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A posting is one call of a function of the database, which is the only writer of balances.
final class PostgresWallets implements Wallets {
  private static final String USD = "USD";

  /// One statement sees one state of things. A row for each lot, and one if there is none.
  private static final String WALLET_AND_LOTS =
      """
      select w.*, l.kind, l.amount, l.remaining, l.granted_at, l.expires_at
      from (
        select coalesce(sum(balance), 0) as balance,
          (select coalesce(sum(amount), 0) from holds
            where team_id = ? and state = 'ACTIVE' and funded and hold_until > clock()) as set_aside,
          (select coalesce(sum(frozen), 0) from lots where team_id = ? and remaining > 0) as frozen,
          (select coalesce(sum(amount), 0) from debts where team_id = ?) as owed
        from accounts where team_id = ?) as w
      left join lots l on l.team_id = ? and l.remaining > 0
      order by l.priority, l.kind, l.granted_at, l.lot_id
      """;

  private static final String EXPIRE =
      """
      select expire_lots(team_id, clock()) from (
        select team_id from buyers
        where team_id in (
          select team_id from lots where remaining > 0 and expires_at <= clock()
          order by expires_at limit ?)
        for update skip locked) as idle
      """;

  private static final String GRANT = "select grant_credit(?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String WALLET =
      "with wallet as (select account_id, balance from accounts where team_id = ? and currency = ?)";

  /// What came and went, of the wallet, where it says so.
  private static final String MOVED =
      """
      (select t.nr, t.kind, t.amount, t.posted_at, t.note from transfers t
        where t.credit = w.account_id and %1$s
      union all
      select t.nr, t.kind, -t.amount, t.posted_at, t.note from transfers t
        where t.debit = w.account_id and %1$s)
      """;

  /// The balance of each line is counted back from today's: what is newer is only added up, and
  /// of the rest no more is read than a page of each side.
  private static final String PAGE =
      WALLET
          + """
          select p.nr, p.kind, p.amount, p.posted_at, coalesce(p.note, '') as note,
            w.balance - newer.amount - (sum(p.amount) over (order by p.nr desc) - p.amount)
              as balance
          from wallet w
          cross join lateral (select coalesce(sum(amount), 0) as amount from %s as m) as newer
          cross join lateral (
            select * from (
              (select t.nr, t.kind, t.amount, t.posted_at, t.note from transfers t
                where t.credit = w.account_id and t.nr < ? order by t.nr desc limit ?)
              union all
              (select t.nr, t.kind, -t.amount, t.posted_at, t.note from transfers t
                where t.debit = w.account_id and t.nr < ? order by t.nr desc limit ?)) as both_sides
            order by nr desc limit ?) as p
          order by p.nr desc
          """
              .formatted(MOVED.formatted("t.nr >= ?"));

  /// Always a row: without a number, if nothing has moved.
  private static final String PERIOD =
      WALLET
          + """
          , opening as (
            select coalesce(sum(m.amount), 0) as amount
            from wallet w cross join lateral %s as m)
          select o.amount as opening, p.nr, p.kind, p.amount, p.posted_at,
            coalesce(p.note, '') as note, o.amount + coalesce(sum(p.amount) over (order by p.nr), 0) as balance
          from opening o left join (
            select m.* from wallet w cross join lateral %s as m order by m.nr limit ?) as p on true
          order by p.nr
          """
              .formatted(
                  MOVED.formatted("t.posted_at < ?"),
                  MOVED.formatted("t.posted_at >= ? and t.posted_at < ?"));

  private final Database database;

  PostgresWallets(Database database) {
    this.database = database;
  }

  @Override
  public Wallet of(TeamId team) {
    UUID id = team.value();
    List<Row> rows =
        database.query(
            WALLET_AND_LOTS, Parameters.of(id, id, id, id, id), PostgresWallets::walletAndLot);
    Wallet wallet = rows.getFirst().wallet();
    return new Wallet(
        wallet.balance(),
        wallet.setAside(),
        wallet.frozen(),
        wallet.owed(),
        rows.stream().map(Row::lot).flatMap(Optional::stream).toList());
  }

  private record Row(Wallet wallet, Optional<Lot> lot) {}

  private static Row walletAndLot(ResultSet row) throws SQLException {
    Wallet wallet =
        new Wallet(
            Money.usd(row.getLong("balance")),
            Money.usd(row.getLong("set_aside")),
            Money.usd(row.getLong("frozen")),
            Money.usd(row.getLong("owed")),
            List.of());
    return new Row(
        wallet, row.getObject("kind") == null ? Optional.empty() : Optional.of(lot(row)));
  }

  @Override
  public Granting grant(TeamId team, Grant grant) {
    @Nullable OffsetDateTime until =
        grant.until().map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    return database
        .query(
            GRANT,
            Parameters.of(
                team.value(),
                grant.id().value(),
                grant.kind().name(),
                grant.amount().minorUnits(),
                grant.amount().currency().getCurrencyCode(),
                grant.priority(),
                until,
                grant.note()),
            row -> Granting.valueOf(row.getString(1)))
        .getFirst();
  }

  @Override
  public List<Movement> statement(TeamId team, long below, int limit) {
    return database.query(
        PAGE,
        Parameters.of(team.value(), USD, below, below, below, limit, below, limit, limit),
        PostgresWallets::movement);
  }

  @Override
  public Statement statement(TeamId team, LocalDate from, LocalDate until, int most) {
    OffsetDateTime begin = from.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime();
    OffsetDateTime end = until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime();
    List<Line> lines =
        database.query(
            PERIOD,
            Parameters.of(team.value(), USD, begin, begin, begin, end, begin, end, most),
            PostgresWallets::line);
    return new Statement(
        from,
        until,
        lines.getFirst().opening(),
        lines.stream().map(Line::movement).flatMap(Optional::stream).toList());
  }

  private record Line(Money opening, Optional<Movement> movement) {}

  private static Line line(ResultSet row) throws SQLException {
    Money opening = Money.usd(row.getLong("opening"));
    return new Line(
        opening, row.getObject("nr") == null ? Optional.empty() : Optional.of(movement(row)));
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        row.getLong("nr"),
        Movement.Kind.valueOf(row.getString("kind")),
        Money.usd(row.getLong("amount")),
        Money.usd(row.getLong("balance")),
        instant(row, "posted_at"),
        row.getString("note"));
  }

  @Override
  public void expire(int teams) {
    database.query(EXPIRE, Parameters.of(teams), _ -> true);
  }

  private static Lot lot(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime until = row.getObject("expires_at", OffsetDateTime.class);
    return new Lot(
        Grant.Kind.valueOf(row.getString("kind")),
        Money.usd(row.getLong("amount")),
        Money.usd(row.getLong("remaining")),
        instant(row, "granted_at"),
        Optional.ofNullable(until).map(OffsetDateTime::toInstant));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
