package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import io.micronaut.serde.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueuesTest {

  private final FakeQueues sqs = new FakeQueues();
  private final Queues queues =
      new Queues(() -> sqs, new Names("test", "demo"), ObjectMapper.getDefault());

  @Test
  void keepsACallBelowTheLimitOfBytes() {
    String body = "\"" + "x".repeat(60 * 1024) + "\"";

    queues.send(IntStream.range(0, 6).mapToObj(n -> message("m" + n, body, "a-b")).toList());

    assertThat(sqs.callSizes()).containsExactly(3, 3);
  }

  @Test
  void sendsToEveryTarget() {
    assertThat(queues.send(List.of(message("m", "{}", "a-b", "a-c")))).isEmpty();

    assertThat(sqs.bodiesSentTo("aiqleads-test-a-b")).hasSize(1);
    assertThat(sqs.bodiesSentTo("aiqleads-test-a-c")).hasSize(1);
  }

  @Test
  void givesBackWhatCouldNotBeSentAndToWhom() {
    sqs.goDown("aiqleads-test-a-c");
    Message message = message("m", "{}", "a-b", "a-c");

    assertThat(queues.send(List.of(message)))
        .containsExactly(message.to(List.of(new Target("a-c"))));
  }

  @Test
  void keepsOrderByTheFieldOfTheRoute() {
    queues.send(
        List.of(
            message("m", "{\"data\":{\"conversation\":\"c-7\"}}", "a-b.fifo#conversation"),
            message("n", "{\"data\":{}}", "a-b.fifo#conversation")));

    assertThat(sqs.sentTo("aiqleads-test-a-b.fifo"))
        .extracting(entry -> entry.messageGroupId())
        .containsExactly("c-7", id("n").text());
    assertThat(sqs.sentTo("aiqleads-test-a-b.fifo").getFirst().messageDeduplicationId())
        .isEqualTo(id("m").text());
  }

  @Test
  void sendsNothingWhereNobodyListens() {
    assertThat(queues.send(List.of(message("m", "{}")))).isEmpty();
    assertThat(sqs.callSizes()).isEmpty();
  }

  private static Message message(String seed, String body, String... targets) {
    return new Message(
        id(seed),
        "Said",
        new CorrelationId(Ids.derived(seed)),
        TraceParent.start(),
        body,
        Arrays.stream(targets).map(Target::new).toList());
  }

  private static EventId id(String seed) {
    return new EventId(Ids.derived("event", seed));
  }
}
