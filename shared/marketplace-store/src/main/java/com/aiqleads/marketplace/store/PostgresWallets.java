package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.Granting;
import com.aiqleads.marketplace.wallet.Lot;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.Wallet;
import com.aiqleads.marketplace.wallet.Wallets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A posting is one call of a function of the database, which is the only writer of balances.
final class PostgresWallets implements Wallets {
  private static final String BALANCE =
      """
      select coalesce(sum(balance), 0) as balance,
        (select coalesce(sum(amount), 0) from holds
          where team_id = ? and state = 'ACTIVE' and funded and hold_until > clock()) as set_aside
      from accounts where team_id = ?
      """;

  private static final String LOTS =
      """
      select kind, amount, remaining, granted_at, expires_at from lots
      where team_id = ? and remaining > 0
      order by priority, kind, granted_at, lot_id
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

  /// The balance of each line is counted back from today's.
  private static final String STATEMENT =
      """
      with wallet as (select account_id, balance from accounts where team_id = ? and currency = ?),
      moved as (
        select t.nr, t.kind, t.amount, t.posted_at, t.note
          from transfers t join wallet w on t.credit = w.account_id
        union all
        select t.nr, t.kind, -t.amount, t.posted_at, t.note
          from transfers t join wallet w on t.debit = w.account_id
      )
      select m.nr, m.kind, m.amount, m.posted_at, coalesce(m.note, '') as note,
        w.balance - (sum(m.amount) over (order by m.nr desc) - m.amount) as balance
      from moved m, wallet w order by m.nr desc
      """;
  private static final String PAGE =
      "select * from (" + STATEMENT + ") as lines where nr < ? order by nr desc limit ?";

  private final Database database;

  PostgresWallets(Database database) {
    this.database = database;
  }

  @Override
  public Wallet of(TeamId team) {
    UUID id = team.value();
    return database.readOnly(
        () -> {
          List<Lot> lots = database.query(LOTS, Parameters.of(id), PostgresWallets::lot);
          return database
              .query(
                  BALANCE,
                  Parameters.of(id, id),
                  row ->
                      new Wallet(
                          Money.usd(row.getLong("balance")),
                          Money.usd(row.getLong("set_aside")),
                          lots))
              .getFirst();
        });
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
        Parameters.of(team.value(), "USD", below, limit),
        row ->
            new Movement(
                row.getLong("nr"),
                Movement.Kind.valueOf(row.getString("kind")),
                Money.usd(row.getLong("amount")),
                Money.usd(row.getLong("balance")),
                instant(row, "posted_at"),
                row.getString("note")));
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
