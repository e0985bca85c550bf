package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRebuildsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final Rebuilds rebuilds = new PostgresRebuilds(database);

  @BeforeEach
  void none() {
    postgres.clear();
  }

  @Test
  void oneRunsAtATime() {
    assertThat(rebuilds.inProgress()).isFalse();
    assertThat(rebuilds.begin()).isTrue();

    assertThat(rebuilds.begin()).isFalse();
    assertThat(rebuilds.inProgress()).isTrue();

    rebuilds.end();
    assertThat(rebuilds.inProgress()).isFalse();
    assertThat(rebuilds.begin()).isTrue();
  }

  @Test
  void oneThatDiedIsGivenUp() {
    rebuilds.begin();

    began("14 minutes 50 seconds");
    assertThat(rebuilds.inProgress()).isTrue();
    assertThat(rebuilds.begin()).isFalse();

    began("15 minutes 10 seconds");
    assertThat(rebuilds.inProgress()).isFalse();
    assertThat(rebuilds.begin()).isTrue();
    assertThat(rebuilds.inProgress()).isTrue();
  }

  private void began(String ago) {
    database.update(
        "update rebuilds set began_at = clock_timestamp() - ?::interval", Parameters.of(ago));
  }
}
