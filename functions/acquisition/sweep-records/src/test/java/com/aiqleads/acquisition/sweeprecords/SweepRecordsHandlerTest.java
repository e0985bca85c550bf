package com.aiqleads.acquisition.sweeprecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.retaining.AgedRecords;
import com.aiqleads.acquisition.retaining.RetentionRule;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SweepRecordsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final String KEY = "A".repeat(43) + "=";
  private static final String SELLER = "aiqleads-test-marketplace-publish-lead";
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "sweep-records",
          queues,
          Map.of("aiqleads.routes", "LeadErased=marketplace-publish-lead"));
  private final Database all = new Database(postgres.administrator());
  private final Advertisement advertisement = LeadFixtures.anAdvertisement();
  private int runs;

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (SweepRecordsHandler deployed = new SweepRecordsHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void aLeadIsForgottenAsAWholeNinetyDaysAfterItsEnd() {
    file();
    keepLineage();
    end(RetentionRule.ENDED_LEADS.kept().minus(HOUR));
    run();
    assertThat(count("advertisements")).isEqualTo(1);

    end(RetentionRule.ENDED_LEADS.kept().plus(HOUR));
    run();
    run();

    for (String table :
        List.of("advertisements", "leads", "lineage", "endings", "blocking_keys", "person_keys")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(queues.bodiesSentTo(SELLER)).hasSize(1);
    assertThat(queues.bodiesSentTo(SELLER).getFirst()).contains("\"event\":\"LeadErased\"");
  }

  @Test
  void aLeadThatNobodySeesAnyMoreIsForgottenLater() {
    file();
    seen(RetentionRule.UNSEEN_LEADS.kept().minus(HOUR));
    run();
    assertThat(count("advertisements")).isEqualTo(1);

    seen(RetentionRule.UNSEEN_LEADS.kept().plus(HOUR));
    run();

    assertThat(count("leads")).isZero();
  }

  @Test
  void whatWasSeenAgainAfterItsEndStays() {
    file();
    seen(Duration.ofDays(1));
    end(RetentionRule.ENDED_LEADS.kept().plus(HOUR));
    all.update("update acquisition.advertisements set observed_at = clock_timestamp()", _ -> {});

    run();

    assertThat(count("leads")).isEqualTo(1);
    assertThat(count("endings")).isEqualTo(1);
  }

  @Test
  void whatWasSeenAgainWhileItWasDecidedStays() {
    file();
    seen(RetentionRule.UNSEEN_LEADS.kept().plus(HOUR));
    AgedRecords aged = context.getBean(AgedRecords.class);
    Instant now = Instant.now();
    Set<LeadId> over = aged.leads(now, now.minus(RetentionRule.UNSEEN_LEADS.kept()), 10).keySet();
    assertThat(over).hasSize(1);

    seen(Duration.ZERO);

    assertThat(aged.still(over, now.minus(HOUR), now.minus(HOUR))).isEmpty();
  }

  @Test
  void theMarketplaceIsToldByTheOutboxIfTheQueueIsDown() {
    file();
    seen(RetentionRule.UNSEEN_LEADS.kept().plus(HOUR));
    queues.goDown(SELLER);

    run();

    assertThat(count("leads")).isZero();
    assertThat(count("outbox where sent_at is null and event = 'LeadErased'")).isEqualTo(1);
  }

  @Test
  void rowsGoInBatchesUntilNoneIsLeft() {
    for (int row = 0; row < SweepRecords.ROWS_AT_A_TIME + 1; row++) {
      all.update(
          "insert into acquisition.refusals values (gen_random_uuid(), 'LISTING', 'x', 'fsbo', 'u',"
              + " 's', '{}', '{}', clock_timestamp() - interval '91 days')",
          _ -> {});
    }
    all.update(
        "insert into acquisition.refusals values (gen_random_uuid(), 'LISTING', 'x', 'fsbo', 'u',"
            + " 's', '{}', '{}', clock_timestamp() - interval '89 days')",
        _ -> {});
    all.update(
        "insert into acquisition.endings values (gen_random_uuid(), clock_timestamp() - interval"
            + " '91 days'), (gen_random_uuid(), clock_timestamp() - interval '89 days')",
        _ -> {});
    keepLineage();
    all.update(
        "update acquisition.lineage set observed_at = clock_timestamp() - interval '91 days'",
        _ -> {});

    run();

    assertThat(count("refusals")).isEqualTo(1);
    assertThat(count("endings")).isEqualTo(1);
    assertThat(count("lineage")).isZero();
  }

  @Test
  void proofsOfOurDutiesStay() {
    Instant old = Instant.now().minus(Duration.ofDays(5 * 365 - 1));
    Phone phone = new Phone("+13059582368");
    context.getBean(DoNotCall.class).note(phone, new Scrub("national", true, old));
    context
        .getBean(DoNotCall.class)
        .note(phone, new Scrub("fl", true, old.minus(Duration.ofDays(2))));
    context
        .getBean(Suppressions.class)
        .add(Set.of(SuppressionKey.of(phone)), new Wish("user", "asked", Instant.EPOCH));

    run();

    assertThat(context.getBean(DoNotCall.class).scrubs(phone))
        .extracting(Scrub::list)
        .containsExactly("national");
    assertThat(count("suppressions")).isEqualTo(1);
  }

  @Test
  void leavesForTheNextRunWhatItHasNoTimeFor() {
    file();
    seen(RetentionRule.UNSEEN_LEADS.kept().plus(HOUR));

    run(Duration.ofSeconds(20));

    assertThat(count("leads")).isEqualTo(1);
  }

  @Test
  void leadsAreNotForgottenRowByRow() {
    AgedRecords aged = context.getBean(AgedRecords.class);

    assertThatThrownBy(() -> aged.forget(RetentionRule.ENDED_LEADS, Instant.now(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void file() {
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(advertisement), Set.of(), Set.of());
              return resolution.resolve(advertisement);
            });
    seen(Duration.ZERO);
  }

  private void keepLineage() {
    context
        .getBean(Lineages.class)
        .keep(List.of(LineageFixtures.aLineage(LineageFixtures.NOON, LeadFixtures.PRICE)));
    all.update(
        "update acquisition.lineage set listing_id = ?",
        row -> row.setObject(1, advertisement.listing().id().value()));
  }

  private void seen(Duration ago) {
    all.update(
        "update acquisition.advertisements set observed_at = clock_timestamp() - ?::interval",
        row -> row.setString(1, ago.toSeconds() + " seconds"));
  }

  private void end(Duration ago) {
    seen(ago.plusSeconds(1));
    all.update("delete from acquisition.endings", _ -> {});
    all.update(
        "insert into acquisition.endings values (?, clock_timestamp() - ?::interval)",
        row -> {
          row.setObject(1, advertisement.listing().id().value());
          row.setString(2, ago.toSeconds() + " seconds");
        });
  }

  private void run() {
    run(Duration.ofMinutes(2));
  }

  private void run(Duration remaining) {
    new SweepRecordsHandler(context)
        .handleRequest(
            new ScheduledRun("acquisition-sweep-records", Instant.EPOCH.plusSeconds(runs++)),
            new FakeInvocation(remaining));
  }

  private long count(String what) {
    return all.queryOne("select count(*) from acquisition." + what, _ -> {}, row -> row.getLong(1))
        .orElseThrow();
  }
}
