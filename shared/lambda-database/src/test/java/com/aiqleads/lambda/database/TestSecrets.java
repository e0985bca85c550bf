package com.aiqleads.lambda.database;

import com.aiqleads.testkit.PostgresService;

/// The secret of a role of the database under test.
final class TestSecrets implements DatabaseSecrets {

  private final DatabaseSecret secret;

  private TestSecrets(DatabaseSecret secret) {
    this.secret = secret;
  }

  static TestSecrets of(PostgresService postgres) {
    return new TestSecrets(
        new DatabaseSecret(
            postgres.host(),
            postgres.port(),
            postgres.databaseName(),
            postgres.username(),
            postgres.password()));
  }

  @Override
  public DatabaseSecret current() {
    return secret;
  }

  @Override
  public DatabaseSecret fresh() {
    return secret;
  }
}
