package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.refusals.Refusal;
import com.aiqleads.acquisition.refusals.Refusal.Subject;
import com.aiqleads.acquisition.refusals.RefusalCount;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRefusalsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private final PostgresRefusals refusals =
      new PostgresRefusals(new Database(postgres.dataSource()));

  @Test
  void countsEachRefusalOnceBySourceStepAndReason() {
    refusals.keep(refusal("1", "no_price"));
    refusals.keep(refusal("1", "no_price"));
    refusals.keep(refusal("2", "no_price", "no_address"));

    assertThat(refusals.counts())
        .containsExactly(
            new RefusalCount("fsbo", "validate-lead", "no_price", 2),
            new RefusalCount("fsbo", "validate-lead", "no_address", 1));
  }

  private static Refusal refusal(String subject, String... codes) {
    return new Refusal(
        Ids.derived("refusal", subject),
        Subject.LISTING,
        subject,
        "fsbo",
        "https://fsbo.com/" + subject,
        "validate-lead",
        Stream.of(codes).map(code -> new Explained(code, code + ".")).toList(),
        Instant.parse("2026-11-20T10:00:00Z"));
  }
}
