package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.search.Rebuilds;

final class PostgresRebuilds implements Rebuilds {
  private static final String GIVEN_UP =
      "began_at < clock_timestamp() - interval '" + LONGEST.toSeconds() + " seconds'";

  private final Database database;

  PostgresRebuilds(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin() {
    String claim =
        "insert into rebuilds default values on conflict (one) do update"
            + " set began_at = excluded.began_at where rebuilds."
            + GIVEN_UP;
    return database.update(claim, Parameters.of()) == 1;
  }

  @Override
  public void end() {
    database.update("delete from rebuilds", Parameters.of());
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
