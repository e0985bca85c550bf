package com.aiqleads.lambda.database;

import static com.aiqleads.lambda.TestEvents.inGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.PermanentFailure;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoringEventFunctionTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("demo");

  private static final String KEPT = "aiqleads-test-demo-count-numbers";
  private static final String AUDIT = "aiqleads-test-demo-audit-numbers";
  private static final String DEAD = "aiqleads-test-demo-keep-number-dead";

  private final FakeQueues queues = new FakeQueues();
  private ApplicationContext context;
  private KeepNumber function;
  private TestEvents events;
  private Database database;

  @Serdeable
  record Counted(int number) implements Event {}

  @Serdeable
  record Kept(int number) implements Event {}

  static final class KeepNumber extends StoringEventFunction<Counted> {

    private final List<Integer> prepared = new ArrayList<>();
    private final Database database;

    KeepNumber(ApplicationContext context) {
      super(context, Counted.class);
      this.database = context.getBean(Database.class);
    }

    @Override
    protected void prepare(List<Counted> events) {
      prepared.add(events.size());
    }

    @Override
    protected void handle(Counted counted, Publisher publisher) {
      if (counted.number() == -1) {
        throw new PermanentFailure("never");
      }
      if (counted.number() == -2) {
        throw new StackOverflowError();
      }
      if (counted.number() == -3) {
        database.update("select ?", statement -> statement.setString(1, "a\u0000b"));
      }
      publisher.publish(new Kept(counted.number()));
      database.update(
          "insert into numbers values (?)", statement -> statement.setInt(1, counted.number()));
      if (counted.number() == 0) {
        throw new IllegalStateException("after the decision");
      }
    }
  }

  @BeforeAll
  void start() {
    context =
        TestFunction.start(
            "demo",
            "keep-number",
            queues,
            Map.of("aiqleads.routes", "Kept=demo-count-numbers,demo-audit-numbers"),
            TestSecrets.of(POSTGRES));
    function = new KeepNumber(context);
    events = new TestEvents(context.getBean(ObjectMapper.class));
    database = context.getBean(Database.class);
  }

  @BeforeEach
  void clear() {
    POSTGRES.clear();
    queues.clear();
    queues.comeBack();
  }

  @AfterAll
  void close() {
    context.close();
  }

  @Test
  void storesTheEffectAndSendsWhatItSays() {
    assertThat(again(counted("a", 1), counted("b", 2))).isEmpty();

    assertThat(numbers()).containsExactly(1, 2);
    assertThat(queues.bodiesSentTo(KEPT)).hasSize(2);
    assertThat(queues.bodiesSentTo(AUDIT)).hasSize(2);
    assertThat(unsent()).isZero();
  }

  @Test
  void handlesTheSameEventOnce() {
    again(counted("a", 1));

    assertThat(again(counted("a", 1), counted("a", 1))).isEmpty();

    assertThat(numbers()).containsExactly(1);
    assertThat(queues.bodiesSentTo(KEPT)).hasSize(1);
  }

  @Test
  void handlesAnEventThatStandsTwiceInABatchOnce() {
    assertThat(again(counted("a", 1), counted("a", 1))).isEmpty();

    assertThat(queues.bodiesSentTo(KEPT)).hasSize(1);
  }

  @Test
  void forgetsEverythingWhenItFailsAfterTheDecision() {
    assertThat(again(counted("a", 0))).containsExactly("message-a");

    assertThat(numbers()).isEmpty();
    assertThat(count("inbox") + count("outbox")).isZero();
    assertThat(queues.bodiesSentTo(KEPT)).isEmpty();
  }

  @Test
  void failsOnlyTheCulpritOfABatch() {
    assertThat(again(counted("a", 1), counted("b", 0), counted("c", 3)))
        .containsExactly("message-b");

    assertThat(numbers()).containsExactly(1, 3);
    assertThat(queues.bodiesSentTo(KEPT)).hasSize(2);
  }

  @Test
  void failsOnlyTheItemThatTheStoreRefuses() {
    again(counted("a", 1));

    assertThat(again(counted("other", 1), counted("c", 3))).containsExactly("message-other");

    assertThat(numbers()).containsExactly(1, 3);
  }

  @Test
  void putsAsideWhatWillNeverSucceed() {
    assertThat(again(counted("a", -1), counted("b", 2))).isEmpty();

    assertThat(numbers()).containsExactly(2);
    assertThat(queues.sentTo(DEAD)).hasSize(1);
  }

  @Test
  void putsAsideWhatIsTooDeepForTheStack() {
    assertThat(again(counted("a", -2), counted("b", 2))).isEmpty();

    assertThat(numbers()).containsExactly(2);
    assertThat(queues.sentTo(DEAD)).hasSize(1);
  }

  @Test
  void putsAsideAValueThatNoColumnCanHold() {
    assertThat(again(counted("a", -3), counted("b", 2))).isEmpty();

    assertThat(numbers()).containsExactly(2);
    assertThat(FakeQueues.attribute(queues.sentTo(DEAD).getFirst(), "reason")).contains("22021");
  }

  @Test
  void leavesWhatCannotBeSentToTheRelay() {
    queues.goDown(AUDIT);

    assertThat(again(counted("a", 1))).isEmpty();

    assertThat(queues.bodiesSentTo(KEPT)).hasSize(1);
    assertThat(pending()).containsExactly("demo-audit-numbers");
  }

  @Test
  void saysNothingAgainForAnEventWhoseWordsWaitForTheRelay() {
    queues.goDown(KEPT);
    again(counted("a", 1));
    queues.comeBack();

    again(counted("a", 1));

    assertThat(queues.bodiesSentTo(KEPT)).isEmpty();
    assertThat(pending()).containsExactly("demo-count-numbers");
  }

  @Test
  void leavesToTheRelayWhatCannotBeMarked() {
    Database administrator = new Database(POSTGRES.administrator());
    administrator.update("revoke update on demo.outbox from demo", statement -> {});
    try {
      assertThat(again(counted("a", 1))).isEmpty();
    } finally {
      administrator.update("grant update on demo.outbox to demo", statement -> {});
    }

    assertThat(queues.bodiesSentTo(KEPT)).hasSize(1);
    assertThat(pending()).hasSize(2);
  }

  @Test
  void preparesForTheNewEventsOfABatchTogether() {
    again(counted("a", 1));
    function.prepared.clear();

    again(counted("a", 1), counted("b", 2), counted("c", 3));
    again(counted("a", 1));

    assertThat(function.prepared).containsExactly(2);
  }

  @Test
  void costsFewRoundTripsForABatch() {
    SQSMessage[] ten = new SQSMessage[10];
    for (int index = 0; index < ten.length; index++) {
      ten[index] = counted("n" + index, index + 1);
    }

    again(ten);

    assertThat(queues.callSizes()).containsExactly(10, 10);
  }

  @Test
  void storesAGroupInItsOrderAndNothingBehindAFailure() {
    assertThat(
            again(
                inGroup("x", counted("x1", 1)),
                inGroup("y", counted("y1", 11)),
                inGroup("x", counted("x2", 0)),
                inGroup("x", counted("x3", 3)),
                inGroup("y", counted("y2", 12))))
        .containsExactly("message-x2", "message-x3");

    assertThat(numbers()).containsExactly(1, 11, 12);
    assertThat(queues.bodiesSentTo(KEPT)).hasSize(3);
    assertThat(again(inGroup("x", counted("x1", 1)), inGroup("x", counted("x3", 3)))).isEmpty();
    assertThat(numbers()).containsExactly(1, 3, 11, 12);
  }

  private List<String> again(SQSMessage... messages) {
    return function
        .handleRequest(TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private SQSMessage counted(String seed, int number) {
    return events.message(seed, new Counted(number));
  }

  private List<Integer> numbers() {
    return database.query(
        "select number from numbers order by number", statement -> {}, row -> row.getInt(1));
  }

  private long unsent() {
    return count("outbox where sent_at is null");
  }

  private long count(String from) {
    return database
        .queryOne("select count(*) from " + from, statement -> {}, row -> row.getLong(1))
        .orElseThrow();
  }

  private List<String> pending() {
    return database.query(
        "select unnest(pending) from outbox where sent_at is null",
        statement -> {},
        row -> row.getString(1));
  }
}
