package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.TeamLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Beside the team's row, which is locked while its limits change.
final class PostgresTeamLimits implements TeamLimits {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Database database;

  PostgresTeamLimits(Database database) {
    this.database = database;
  }

  @Override
  public Limits of(TeamId team) {
    UUID id = team.value();
    return database.readOnly(
        () ->
            new Limits(
                database
                    .queryOne(
                        "select time_zone from buyers where team_id = ?",
                        Parameters.of(id),
                        row -> ZoneId.of(row.getString(1)))
                    .orElse(UTC),
                database.query(
                    "select span, max_leads, max_amount from limits where team_id = ?"
                        + " order by array_position(array['hour', 'day', 'week', 'month'], span)",
                    Parameters.of(id),
                    PostgresTeamLimits::limit)));
  }

  @Override
  public void set(TeamId team, Limits limits) {
    UUID id = team.value();
    int _ =
        database.inTransaction(
            () -> {
              database.query("select from lock_buyer(?)", Parameters.of(id), _ -> true);
              database.update(
                  "update buyers set time_zone = ? where team_id = ?",
                  Parameters.of(limits.zone().getId(), id));
              database.update("delete from limits where team_id = ?", Parameters.of(id));
              return database.batch(
                      "insert into limits (team_id, span, max_leads, max_amount)"
                          + " values (?, ?, ?, ?)",
                      limits.limits(),
                      (statement, limit) -> row(id, limit).bind(statement))
                  .length;
            });
  }

  private static Parameters row(UUID team, Limit limit) {
    return Parameters.of(
        team,
        limit.span().text(),
        limit.maxLeads().orElse(null),
        limit.maxAmount().map(Money::minorUnits).orElse(null));
  }

  private static Limit limit(ResultSet row) throws SQLException {
    @Nullable Long amount = row.getObject("max_amount", Long.class);
    return new Limit(
        Span.of(row.getString("span")),
        Optional.ofNullable(row.getObject("max_leads", Integer.class)),
        Optional.ofNullable(amount).map(Money::usd));
  }
}
