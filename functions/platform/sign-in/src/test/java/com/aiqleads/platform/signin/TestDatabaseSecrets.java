package com.aiqleads.platform.signin;

import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.DatabaseSecrets;
import com.aiqleads.testkit.PostgresService;

/// Signs in to the test's own database.
record TestDatabaseSecrets(PostgresService postgres) implements DatabaseSecrets {

  @Override
  public DatabaseSecret current() {
    return new DatabaseSecret(
        postgres.host(),
        postgres.port(),
        postgres.databaseName(),
        postgres.username(),
        postgres.password());
  }

  @Override
  public DatabaseSecret fresh() {
    return current();
  }
}
