package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.search.RebuildId;
import com.aiqleads.marketplace.search.Rebuilds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

final class PostgresRebuilds implements Rebuilds {
  private static final String GIVEN_UP =
      "rebuilds.began_at < clock_timestamp() - interval '" + LONGEST.toSeconds() + " seconds'";

  /// Answers with the row as it stands afterwards, whosever it is.
  private static final String CLAIM =
      """
      insert into rebuilds (owner) values (?)
      on conflict (one) do update set
        owner = case when %1$s then excluded.owner else rebuilds.owner end,
        began_at = case when %1$s then excluded.began_at else rebuilds.began_at end
      returning owner is not distinct from ? as mine, began_at
      """
          .formatted(GIVEN_UP);

  private final Database database;

  PostgresRebuilds(Database database) {
    this.database = database;
  }

  @Override
  public Claim begin(RebuildId rebuild) {
    return database
        .queryOne(CLAIM, Parameters.of(rebuild.value(), rebuild.value()), PostgresRebuilds::claim)
        .orElseThrow();
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return row.getBoolean("mine")
        ? new Claim.Taken()
        : new Claim.InProgress(row.getObject("began_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public void end(RebuildId rebuild) {
    database.update("delete from rebuilds where owner = ?", Parameters.of(rebuild.value()));
  }

  @Override
  public boolean inProgress() {
    return database
        .queryOne(
            "select exists (select from rebuilds where not " + GIVEN_UP + ")",
            Parameters.of(),
            row -> row.getBoolean(1))
        .orElseThrow();
  }
}
