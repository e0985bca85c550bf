package com.aiqleads.platform.migratedatabase;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.empty();

  @Test
  void bringPeopleToSignInWithOnALaptopOnly() {
    DatabaseSecret role =
        new DatabaseSecret(
            POSTGRES.host(), POSTGRES.port(), POSTGRES.databaseName(), "platform", "platform's");
    try (Administrator administrator = Administrator.signIn(POSTGRES.administrator())) {
      administrator.makeSchema("platform", role);
    }

    new Migrations(new Names("prod", "platform")).apply("platform", POSTGRES.administrator());
    assertThat(people()).isZero();

    new Migrations(new Names("local", "platform")).apply("platform", POSTGRES.administrator());
    assertThat(people()).isPositive();
  }

  private static long people() {
    return new Database(POSTGRES.administrator())
        .queryOne("select count(*) from platform.users", statement -> {}, row -> row.getLong(1))
        .orElseThrow();
  }
}
