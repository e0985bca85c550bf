package com.aiqleads.lambda;

import static com.aiqleads.lambda.TestEvents.inGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class EventFunctionTest {

  private static final String DOUBLED = "aiqleads-test-demo-collect-numbers";
  private static final String DEAD = "aiqleads-test-demo-double-number-dead";

  private static final CorrelationId JOURNEY = new CorrelationId(Ids.derived("journey"));

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "demo",
          "double-number",
          queues,
          Map.of("aiqleads.routes", "Doubled=demo-collect-numbers;Unheard="));
  private final DoubleNumber function = new DoubleNumber(context);
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));

  @Serdeable
  record Counted(int number) implements Event {}

  @Serdeable
  record Doubled(int number) implements Event {}

  @Serdeable
  record Unheard(String text) implements Event {}

  @Serdeable
  record Undeclared() implements Event {}

  static final class DoubleNumber extends EventFunction<Counted> {

    final CountDownLatch together = new CountDownLatch(2);
    final CountDownLatch computing = new CountDownLatch(PROCESSORS);
    private volatile boolean released;

    DoubleNumber(ApplicationContext context) {
      super(context, Counted.class);
    }

    @Override
    protected void handle(Counted counted, Publisher publisher) {
      switch (counted.number()) {
        case 0 -> throw new IllegalStateException("not now");
        case -1 -> throw new PermanentFailure("never");
        case -2 -> publisher.publish(new Undeclared());
        case -3 -> publisher.publish(new Unheard("x".repeat(70_000)));
        case -4 -> meet();
        case -5 -> sleepLong();
        case -6 -> publisher.publish(new Doubled(0), JOURNEY);
        case -7 ->
            publisher.publish(
                new Unheard(
                    applicationContext
                        .getBean(CurrentDelivery.class)
                        .delivery()
                        .orElseThrow()
                        .correlationId()
                        .text()));
        case -8 -> publisher.publish(new Doubled(depth(0)));
        case -10 -> compute();
        case -9 -> throw new IllegalArgumentException("no such colour: mauve");
        default -> {
          publisher.publish(new Doubled(2 * counted.number()));
          publisher.publish(new Unheard("said"));
        }
      }
    }

    /// As a regular expression goes down on a text that it did not expect.
    @SuppressWarnings("InfiniteRecursion")
    private static int depth(int from) {
      return 1 + depth(from + 1);
    }

    /// Without a pause in which a virtual thread would make way, until another lets it end.
    private void compute() {
      long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      computing.countDown();
      while (!released && System.nanoTime() < limit) {
        Thread.onSpinWait();
      }
      if (!released) {
        throw new IllegalStateException("nothing else ran");
      }
    }

    private void release() {
      try {
        released = computing.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private void meet() {
      together.countDown();
      try {
        if (!together.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("alone");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void sleepLong() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void sendsWhatItSaysBeforeItAcknowledges() {
    assertThat(again(counted("a", 4))).isEmpty();

    SendMessageBatchRequestEntry sent = queues.sentTo(DOUBLED).getFirst();
    assertThat(sent.messageBody())
        .contains("\"event\":\"Doubled\",\"version\":1,", "\"data\":{\"number\":8}");
    assertThat(FakeQueues.attribute(sent, "event")).isEqualTo("Doubled");
    assertThat(sent.messageBody()).contains(FakeQueues.attribute(sent, "correlationId"));
    assertThat(FakeQueues.attribute(sent, "traceparent")).startsWith("00-");
  }

  @Test
  void saysTheSameEventAgainForTheSameEvent() {
    again(counted("a", 4));
    again(counted("a", 4));

    assertThat(queues.eventIdsSentTo(DOUBLED))
        .hasSize(2)
        .containsOnly(queues.eventIdsSentTo(DOUBLED).getFirst());
  }

  @Test
  void carriesTheTraceOn() {
    SQSMessage message = counted("a", 4);
    String trace = "0af7651916cd43dd8448eb211c80319c";
    message
        .getMessageAttributes()
        .put("traceparent", TestEvents.text("00-" + trace + "-b7ad6b7169203331-01"));

    again(message);

    assertThat(FakeQueues.attribute(queues.sentTo(DOUBLED).getFirst(), "traceparent"))
        .startsWith("00-" + trace + "-")
        .doesNotContain("b7ad6b7169203331");
  }

  @Test
  void failsOnlyTheItemThatFails() {
    assertThat(again(counted("a", 4), counted("b", 0), counted("c", 6)))
        .containsExactly("message-b");

    assertThat(queues.bodiesSentTo(DOUBLED)).hasSize(2);
  }

  @Test
  void failsTheItemWhoseWordsCouldNotBeSent() {
    queues.refuse(body -> body.contains("\"number\":12"));

    assertThat(again(counted("a", 4), counted("b", 6))).containsExactly("message-b");
  }

  @Test
  void failsAllWhenTheQueueIsDown() {
    queues.goDown(DOUBLED);

    assertThat(again(counted("a", 4), counted("b", 6))).containsExactly("message-a", "message-b");
  }

  @Test
  void putsAsideWhatWillNeverSucceed() {
    assertThat(again(counted("a", -1))).isEmpty();

    SendMessageBatchRequestEntry dead = queues.sentTo(DEAD).getFirst();
    assertThat(FakeQueues.attribute(dead, "reason")).isEqualTo("never");
    assertThat(FakeQueues.attribute(dead, "event")).isEqualTo("Counted");
    assertThat(dead.messageBody()).contains("\"number\":-1");
  }

  @Test
  void putsAsideWhatIsTooDeepForTheStack() {
    assertThat(again(counted("a", -8))).isEmpty();
    assertThat(again(counted("b", -8), counted("c", 4))).isEmpty();

    assertThat(queues.sentTo(DEAD))
        .extracting(dead -> FakeQueues.attribute(dead, "reason"))
        .hasSize(2)
        .allMatch(reason -> reason.contains("deep"));
    assertThat(queues.bodiesSentTo(DOUBLED)).hasSize(1);
  }

  @Test
  void triesAgainWhatCannotEvenBePutAside() {
    queues.goDown(DEAD);

    assertThat(again(counted("a", -1), TestEvents.message("m", "Counted", "{")))
        .containsExactly("m", "message-a");
  }

  @Test
  void putsAsideWhatItCannotRead() {
    assertThat(
            again(
                TestEvents.message("m1", "Counted", "{\"event\":"),
                TestEvents.message("m2", "Other", "{}"),
                withoutAttributes("m3", "{\"event\":7}"),
                withoutAttributes("m4", "nothing")))
        .isEmpty();

    assertThat(queues.sentTo(DEAD))
        .extracting(dead -> FakeQueues.attribute(dead, "reason"))
        .allMatch(reason -> !reason.isEmpty())
        .hasSize(4);
  }

  /// What is wrong with each, and the message without it is handled.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "[[[]]]",
        "{}",
        "{\"eventId\":null}",
        "{'event':'Counted','version':1,'occurredAt':T,'correlationId':C,'data':{'number':4}}",
        "{'eventId':E,'version':1,'occurredAt':T,'correlationId':C,'data':{'number':4}}",
        "{'eventId':E,'event':'Counted','version':1,'correlationId':C,'data':{'number':4}}",
        "{'eventId':E,'event':'Counted','version':1,'occurredAt':T,'data':{'number':4}}",
        "{'eventId':E,'event':'Counted','version':1,'occurredAt':T,'correlationId':C}",
        "{'eventId':E,'event':'Counted','version':1,'occurredAt':T,'correlationId':C,'data':null}",
        "{'eventId':'7','event':'Counted','version':1,'occurredAt':T,'correlationId':C,'data':{}}",
        "{'eventId':E,'event':'Counted','version':1,'occurredAt':'now','correlationId':C,'data':{}}"
      })
  void putsAsideWhatIsNoWholeEventAndHandlesItsNeighbours(String body) {
    assertThat(
            again(
                TestEvents.message("m1", "Counted", filled(body)),
                withoutAttributes("m2", filled(body)),
                counted("a", 4)))
        .isEmpty();

    assertThat(queues.sentTo(DEAD)).hasSize(2);
    assertThat(queues.bodiesSentTo(DOUBLED)).hasSize(1);
  }

  @Test
  void putsAsideAMessageWithoutABody() {
    SQSMessage empty = TestEvents.message("m", "Counted", "");
    empty.setBody(null);

    assertThat(again(empty, counted("a", 4))).isEmpty();

    assertThat(queues.sentTo(DEAD)).hasSize(1);
    assertThat(queues.bodiesSentTo(DOUBLED)).hasSize(1);
  }

  @Test
  void putsAsideWhatSaysWhatCannotBe() {
    assertThat(again(counted("a", -9), counted("b", 4))).isEmpty();

    assertThat(FakeQueues.attribute(queues.sentTo(DEAD).getFirst(), "reason"))
        .contains("no such colour: mauve");
    assertThat(queues.bodiesSentTo(DOUBLED)).hasSize(1);
  }

  @Test
  void readsTheNameInTheBodyWhereNoAttributeSaysIt() {
    SQSMessage message = counted("a", 4);
    message.setMessageAttributes(null);

    assertThat(again(message)).isEmpty();

    assertThat(queues.sentTo(DOUBLED)).hasSize(1);
  }

  @Test
  void refusesToSayWhatTheManifestDoesNotDeclare() {
    again(counted("a", -2));

    assertThat(FakeQueues.attribute(queues.sentTo(DEAD).getFirst(), "reason"))
        .contains("Undeclared", "emits");
  }

  @Test
  void refusesToSayMoreThanAMessageHolds() {
    again(counted("a", -3));

    assertThat(FakeQueues.attribute(queues.sentTo(DEAD).getFirst(), "reason")).contains("64 KB");
  }

  @Test
  void mayStartAJourneyOfItsOwn() {
    again(counted("a", -6));

    assertThat(queues.bodiesSentTo(DOUBLED).getFirst()).contains(JOURNEY.text());
  }

  @Test
  void knowsWhatItIsHandling() {
    assertThat(again(counted("a", -7))).isEmpty();
    assertThat(context.getBean(CurrentDelivery.class).delivery()).isEmpty();
  }

  @Test
  void handlesTheItemsOfABatchAtOnce() {
    assertThat(again(counted("a", -4), counted("b", -4))).isEmpty();
  }

  @Test
  void itemsThatComputeKeepNoVirtualThreadWaiting() {
    SQSMessage[] busy = new SQSMessage[PROCESSORS + 1];
    for (int index = 0; index < busy.length; index++) {
      busy[index] = counted("busy" + index, -10);
    }
    Thread.startVirtualThread(function::release);

    assertThat(again(busy)).isEmpty();
  }

  @Test
  void givesUpItemsThatTakeLongerThanTheInvocation() {
    SQSBatchResponse response =
        function.handleRequest(
            TestEvents.batch(counted("a", -5), counted("b", 4)),
            new FakeInvocation(Duration.ofSeconds(7)));

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("message-a");
  }

  @Test
  void sendsTenToACall() {
    SQSMessage[] many = new SQSMessage[12];
    for (int index = 0; index < many.length; index++) {
      many[index] = counted("n" + index, index + 1);
    }

    again(many);

    assertThat(queues.callSizes()).containsExactly(10, 2);
  }

  @Test
  void handlesAGroupInItsOrderAndFailsWhatIsBehindAFailure() {
    assertThat(
            again(
                inGroup("x", counted("x1", 1)),
                inGroup("y", counted("y1", 11)),
                inGroup("x", counted("x2", 0)),
                inGroup("x", counted("x3", 3)),
                inGroup("y", counted("y2", 12)),
                inGroup("x", counted("x4", 4))))
        .containsExactly("message-x2", "message-x3", "message-x4");

    assertThat(queues.bodiesSentTo(DOUBLED))
        .extracting(body -> body.replaceFirst(".*\"number\":([0-9]+).*", "$1"))
        .containsExactly("2", "22", "24");
  }

  /// Two that wait for each other: alone, the first of them waits in vain.
  @Test
  void handlesDifferentGroupsAtOnce() {
    assertThat(again(inGroup("x", counted("a", -4)), inGroup("y", counted("b", -4)))).isEmpty();
  }

  @Test
  void failsWhatIsBehindWordsThatCouldNotBeSent() {
    queues.refuse(body -> body.contains("\"number\":12"));

    assertThat(again(inGroup("x", counted("a", 6)), inGroup("x", counted("b", 4))))
        .containsExactly("message-a", "message-b");
    assertThat(queues.bodiesSentTo(DOUBLED)).isEmpty();
  }

  @Test
  void goesOnBehindWhatItPutAside() {
    SQSMessage unreadable = inGroup("x", TestEvents.message("m", "Counted", "{"));

    assertThat(again(inGroup("x", counted("a", -1)), unreadable, inGroup("x", counted("b", 4))))
        .isEmpty();

    assertThat(queues.sentTo(DEAD + ".fifo"))
        .extracting(SendMessageBatchRequestEntry::messageGroupId)
        .containsExactly("x", "x");
    assertThat(queues.sentTo(DEAD + ".fifo"))
        .extracting(SendMessageBatchRequestEntry::messageDeduplicationId)
        .containsExactly("message-a", "m");
    assertThat(queues.bodiesSentTo(DOUBLED)).hasSize(1);
  }

  @Test
  void failsWhatIsBehindSomethingThatCouldNotBePutAside() {
    queues.goDown(DEAD + ".fifo");
    SQSMessage unreadable = inGroup("x", TestEvents.message("m", "Counted", "{"));

    assertThat(
            again(
                unreadable,
                inGroup("x", counted("a", 4)),
                inGroup("y", counted("b", -1)),
                inGroup("y", counted("c", 4))))
        .containsExactlyInAnyOrder("m", "message-a", "message-b", "message-c");
    assertThat(queues.bodiesSentTo(DOUBLED)).isEmpty();
  }

  @Test
  void leavesWhatIsBehindToTheNextInvocationWhenTimeIsShort() {
    SQSBatchResponse response =
        function.handleRequest(
            TestEvents.batch(inGroup("x", counted("a", 4)), inGroup("x", counted("b", 6))),
            new FakeInvocation(Duration.ofMillis(1_900)));

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("message-b");
  }

  /// A group of a queue that keeps no order is there to share the queue fairly.
  @Test
  void failsOnlyTheItemThatFailsWhereAGroupMeansNoOrder() {
    SQSMessage first = inGroup("x", counted("a", 0));
    SQSMessage second = inGroup("x", counted("b", 4));
    first.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:any");
    second.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:any");

    assertThat(again(first, second)).containsExactly("message-a");
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

  private String filled(String body) {
    return body.replace("'", "\"")
        .replace(":E,", ":\"" + TestEvents.eventId("whole").text() + "\",")
        .replace(":T,", ":\"2026-11-20T10:00:00Z\",")
        .replace(":C", ":\"" + JOURNEY.text() + "\"");
  }

  private static SQSMessage withoutAttributes(String id, String body) {
    SQSMessage message = TestEvents.message(id, "", body);
    message.setMessageAttributes(Map.of());
    return message;
  }
}
