package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.search.RebuildId;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.marketplace.search.Rebuilds.Claim;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRebuildsTest {
  private static final RebuildId FIRST = new RebuildId(Ids.derived("rebuild", "1"));
  private static final RebuildId SECOND = new RebuildId(Ids.derived("rebuild", "2"));

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
    assertThat(rebuilds.begin(FIRST)).isEqualTo(new Claim.Taken());

    assertThat(rebuilds.begin(SECOND)).isEqualTo(new Claim.InProgress(beganAt()));
    assertThat(rebuilds.inProgress()).isTrue();

    rebuilds.end(FIRST);
    assertThat(rebuilds.inProgress()).isFalse();
    assertThat(rebuilds.begin(SECOND)).isEqualTo(new Claim.Taken());
  }

  @Test
  void oneThatDiedIsGivenUp() {
    rebuilds.begin(FIRST);

    began("14 minutes 50 seconds");
    assertThat(rebuilds.inProgress()).isTrue();
    assertThat(rebuilds.begin(SECOND)).isInstanceOf(Claim.InProgress.class);

    began("15 minutes 10 seconds");
    assertThat(rebuilds.inProgress()).isFalse();
    assertThat(rebuilds.begin(SECOND)).isEqualTo(new Claim.Taken());
    assertThat(rebuilds.inProgress()).isTrue();
  }

  @Test
  void oneThatWasGivenUpDoesNotEndTheNext() {
    rebuilds.begin(FIRST);
    began("15 minutes 10 seconds");
    rebuilds.begin(SECOND);

    rebuilds.end(FIRST);

    assertThat(rebuilds.inProgress()).isTrue();
    rebuilds.end(SECOND);
    assertThat(rebuilds.inProgress()).isFalse();
  }

  @Test
  void oneOfAReleaseWithoutOwnersCountsAsWell() {
    database.update("insert into rebuilds default values", Parameters.of());

    assertThat(rebuilds.begin(FIRST)).isEqualTo(new Claim.InProgress(beganAt()));

    began("15 minutes 10 seconds");
    assertThat(rebuilds.begin(FIRST)).isEqualTo(new Claim.Taken());
  }

  private Instant beganAt() {
    return database
        .queryOne(
            "select began_at from rebuilds",
            Parameters.of(),
            row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .orElseThrow();
  }

  private void began(String ago) {
    database.update(
        "update rebuilds set began_at = clock_timestamp() - ?::interval", Parameters.of(ago));
  }
}
