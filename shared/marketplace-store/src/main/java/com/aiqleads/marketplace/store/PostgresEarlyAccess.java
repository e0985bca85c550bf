package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.subscriptions.EarlyAccess;
import java.time.Duration;

/// One row, which those who hold compare with.
final class PostgresEarlyAccess implements EarlyAccess {
  private static final String TIME =
      "select extract(epoch from time)::bigint as seconds from early_access";

  private static final String SET = "update early_access set time = ? * interval '1 second'";

  private final Database database;

  PostgresEarlyAccess(Database database) {
    this.database = database;
  }

  @Override
  public Duration time() {
    return database
        .query(TIME, Parameters.of(), row -> Duration.ofSeconds(row.getLong(1)))
        .getFirst();
  }

  @Override
  public void set(Duration time) {
    database.update(SET, Parameters.of(time.toSeconds()));
  }
}
