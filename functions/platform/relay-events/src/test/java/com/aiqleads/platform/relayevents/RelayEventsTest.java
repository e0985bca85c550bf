package com.aiqleads.platform.relayevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.TraceParent;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RelayEventsTest {

  @RegisterExtension
  static final PostgresService POSTGRES = PostgresService.forContext("demo", "relay");

  private static final String FIRST = "aiqleads-test-demo-first";
  private static final String SECOND = "aiqleads-test-demo-second";

  private final FakeQueues queues = new FakeQueues();
  private final Database owner = new Database(POSTGRES.dataSource());
  private final ApplicationContext context =
      TestFunction.start(
          "platform",
          "relay-events",
          queues,
          Map.of("aiqleads.relay.grace", "3s"),
          new FixedSecrets());
  private final RelayEventsHandler relay = new RelayEventsHandler(context);

  private static final class FixedSecrets implements Secrets {
    @Override
    public String text(String name) {
      return name.equals("relay-password")
          ? POSTGRES.password()
          : """
          {"host":"%s","port":%d,"database":"%s","username":"platform","password":"other"}\
          """
              .formatted(POSTGRES.host(), POSTGRES.port(), POSTGRES.databaseName());
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }

  @BeforeEach
  void clear() {
    POSTGRES.clear();
    Database administrator = new Database(POSTGRES.administrator());
    administrator.update("grant usage on schema demo to relay", statement -> {});
    administrator.update("grant select, update, delete on demo.outbox to relay", statement -> {});
    administrator.update("grant select, delete on demo.inbox to relay", statement -> {});
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void sendsWhatWaitsUnderTheIdItAlwaysHad() {
    wait("a", Duration.ofSeconds(4), "demo-first", "demo-second");

    sweep(Duration.ofSeconds(30));

    assertThat(queues.eventIdsSentTo(FIRST)).containsExactly(id("a").text());
    assertThat(queues.eventIdsSentTo(SECOND)).containsExactly(id("a").text());
    assertThat(FakeQueues.attribute(queues.sentTo(FIRST).getFirst(), "event")).isEqualTo("Said");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void sendsAgainWhatWasSentAndNotMarked() {
    wait("a", Duration.ofSeconds(6), "demo-first");
    sweep(Duration.ofSeconds(30));
    owner.update("update outbox set sent_at = null, pending = '{demo-first}'", statement -> {});

    sweep(Duration.ofSeconds(30));

    assertThat(queues.eventIdsSentTo(FIRST)).containsExactly(id("a").text(), id("a").text());
  }

  @Test
  void leavesWhatIsStillOnItsWay() {
    wait("a", Duration.ofSeconds(2), "demo-first");

    sweep(Duration.ofSeconds(30));

    assertThat(queues.bodiesSentTo(FIRST)).isEmpty();
    assertThat(waiting()).containsExactly("demo-first");
  }

  @Test
  void remembersWhoStillLacksIt() {
    wait("a", Duration.ofSeconds(6), "demo-first", "demo-second");
    queues.goDown(SECOND);

    sweep(Duration.ofSeconds(30));

    assertThat(queues.bodiesSentTo(FIRST)).hasSize(1);
    assertThat(waiting()).containsExactly("demo-second");
    queues.comeBack();
    sweep(Duration.ofSeconds(30));
    assertThat(queues.bodiesSentTo(FIRST)).hasSize(1);
    assertThat(queues.bodiesSentTo(SECOND)).hasSize(1);
  }

  @Test
  void sweepsMoreThanABatch() {
    waitMany(101, "n", Duration.ofSeconds(6));

    sweep(Duration.ofSeconds(30));

    assertThat(queues.bodiesSentTo(FIRST)).hasSize(101);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatWaitsForAQueueThatIsGoneHoldsUpNobodyElse() {
    waitMany(201, "n", Duration.ofSeconds(9));
    wait("both", Duration.ofSeconds(8), "demo-first", "demo-second");
    wait("last", Duration.ofSeconds(6), "demo-second");
    queues.goDown(FIRST);

    sweep(Duration.ofSeconds(30));

    assertThat(queues.eventIdsSentTo(SECOND)).containsExactly(id("both").text(), id("last").text());
    assertThat(waiting()).hasSize(202).containsOnly("demo-first");
  }

  @Test
  void whatAQueueRefusesHoldsUpNobodyElse() {
    waitMany(90, "refused", Duration.ofSeconds(9));
    waitMany(30, "taken", Duration.ofSeconds(6));
    queues.refuse(
        body ->
            IntStream.range(0, 90)
                .anyMatch(number -> body.contains(id("refused" + number).text())));

    sweep(Duration.ofSeconds(30));

    assertThat(queues.bodiesSentTo(FIRST)).hasSize(30);
    assertThat(waiting()).hasSize(90);
  }

  @Test
  void marksWhatNobodyTakes() {
    wait("a", Duration.ofSeconds(6));

    sweep(Duration.ofSeconds(30));

    assertThat(
            owner.query(
                "select 1 from outbox where sent_at is null",
                statement -> {},
                row -> row.getInt(1)))
        .isEmpty();
  }

  @Test
  void stopsWhenTheQueuesAreDown() {
    waitMany(101, "n", Duration.ofSeconds(6));
    queues.goDown(FIRST);

    sweep(Duration.ofSeconds(30));

    assertThat(waiting()).hasSize(101);
  }

  @Test
  void beginsNothingWhenTimeIsShort() {
    wait("a", Duration.ofSeconds(6), "demo-first");

    sweep(Duration.ofSeconds(9));

    assertThat(waiting()).hasSize(1);
  }

  @Test
  void leavesToOthersWhatTheyHaveTaken() {
    wait("a", Duration.ofSeconds(6), "demo-first");

    owner.inTransaction(
        () -> {
          owner.query("select 1 from outbox for update", statement -> {}, row -> row.getInt(1));
          sweep(Duration.ofSeconds(30));
          return 0;
        });

    assertThat(queues.bodiesSentTo(FIRST)).isEmpty();
  }

  @Test
  void forgetsWhatWasSentLongAgo() {
    wait("a", Duration.ofDays(8), "demo-first");
    wait("b", Duration.ofDays(8), "demo-first");
    owner.update(
        "update outbox set sent_at = clock_timestamp() - interval '169 hours' where event_id = ?",
        statement -> statement.setObject(1, id("a").value()));
    owner.update(
        "update outbox set sent_at = clock_timestamp() - interval '167 hours' where event_id = ?",
        statement -> statement.setObject(1, id("b").value()));

    sweep(Duration.ofSeconds(30));

    assertThat(
            owner.query(
                "select event_id from outbox",
                statement -> {},
                row -> row.getObject(1, UUID.class)))
        .containsExactly(id("b").value());
  }

  @Test
  void forgetsWhatCannotComeAgain() {
    for (int days : List.of(34, 36)) {
      owner.update(
          "insert into inbox values ('taker', ?, clock_timestamp() - ? * interval '1 day')",
          statement -> {
            statement.setObject(1, id("d" + days).value());
            statement.setInt(2, days);
          });
    }

    sweep(Duration.ofSeconds(30));

    assertThat(
            owner.query(
                "select event_id from inbox", statement -> {}, row -> row.getObject(1, UUID.class)))
        .containsExactly(id("d34").value());
  }

  @Test
  void wantsAGraceThatIsNotNegative() {
    assertThatThrownBy(() -> new RelaySettings(Duration.ofSeconds(-1)))
        .hasMessageContaining("AIQLEADS_RELAY_GRACE");
  }

  private void sweep(Duration left) {
    relay.handleRequest(
        new ScheduledRun("every-minute", Instant.parse("2026-11-20T10:00:00Z")),
        new FakeInvocation(left));
  }

  private void wait(String seed, Duration since, String... targets) {
    owner.update(
        "insert into outbox (event_id, event, body, traceparent, pending, created_at)"
            + " values (?, 'Said', ?, ?, ?, clock_timestamp() - ? * interval '1 millisecond')",
        statement -> {
          statement.setObject(1, id(seed).value());
          statement.setString(
              2,
              "{\"eventId\":\"%s\",\"correlationId\":\"%s\"}"
                  .formatted(id(seed), new CorrelationId(Ids.derived(seed)).text()));
          statement.setString(3, TraceParent.start().value());
          statement.setArray(4, statement.getConnection().createArrayOf("text", targets));
          statement.setLong(5, since.toMillis());
        });
  }

  private void waitMany(int count, String seed, Duration since) {
    int _ =
        owner.inTransaction(
            () -> {
              for (int number = 0; number < count; number++) {
                wait(seed + number, since, "demo-first");
              }
              return count;
            });
  }

  private List<String> waiting() {
    return owner.query(
        "select unnest(pending) from outbox where sent_at is null",
        statement -> {},
        row -> row.getString(1));
  }

  private static EventId id(String seed) {
    return new EventId(Ids.derived("event", seed));
  }
}
