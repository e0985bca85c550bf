package com.aiqleads.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.QueueService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadLetterAlarmsTest {

  @RegisterExtension static final QueueService SERVICE = new QueueService();

  private static final List<Mapping> MAPPINGS =
      List.of(
          new Mapping("sample-greet", "greet", "greet-dead", 1, Duration.ZERO, 1),
          new Mapping("sample-wave", "wave", "wave-dead", 1, Duration.ZERO, 1));
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

  private final List<String> told = new ArrayList<>();
  private long letters;
  private boolean isDown;
  private final DeadLetterAlarms alarms = alarms(payload -> told.add(text(payload)));

  @Test
  void saysTheFirstDeadLetterOnceAndItsEndOnce() {
    alarms.check();
    assertThat(told).isEmpty();

    letters = 1;
    alarms.check();
    letters = 2;
    alarms.check();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .startsWith("{\"Records\":[{\"Sns\":{\"Message\":")
        .contains("aiqleads-local-sample-greet-dead-letters")
        .contains("\\\"NewStateValue\\\":\\\"ALARM\\\"", "2026-11-22T10:00:00Z", "1 dead letters");

    letters = 0;
    alarms.check();
    alarms.check();
    assertThat(told).hasSize(2);
    assertThat(told.getLast()).contains("\\\"NewStateValue\\\":\\\"OK\\\"");
  }

  @Test
  void queuesThatAreDownChangeNothing() {
    letters = 1;
    alarms.check();
    isDown = true;
    alarms.check();
    isDown = false;
    alarms.check();

    assertThat(told).hasSize(1);
  }

  @Test
  void ringsForARealDeadLetterAndIsQuietOnceItIsRedriven() throws IOException {
    Queues queues = new Queues(SERVICE.endpoint());
    queues.create("greet-dead", Map.of());
    queues.create("wave-dead", Map.of());
    queues.create("greet", Map.of());
    DeadLetterAlarms watching =
        new DeadLetterAlarms(
            queue -> queues.counts(queue).all(),
            MAPPINGS,
            "aiqleads-local-",
            payload -> told.add(text(payload)),
            CLOCK);
    watching.check();
    assertThat(told).isEmpty();

    queues.send("greet-dead", "nobody could handle this");
    watching.check();
    watching.check();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).contains("sample-greet-dead-letters", "ALARM", "1 dead letters");

    queues.redrive("greet-dead", "greet");
    Eventually.await(
        Duration.ofSeconds(30),
        () -> queues.counts("greet-dead").all() == 0 && queues.counts("greet").all() == 1);
    watching.check();
    watching.check();
    assertThat(told).hasSize(2);
    assertThat(told.getLast()).contains("sample-greet-dead-letters", "\\\"OK\\\"");
  }

  @Test
  void looksByItselfUntilItIsClosed() throws InterruptedException {
    letters = 1;
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (DeadLetterAlarms watching = alarms(payload -> heard.add(text(payload)))) {
      watching.start();

      assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("ALARM");
    }
  }

  private DeadLetterAlarms alarms(java.util.function.Consumer<byte[]> teller) {
    return new DeadLetterAlarms(this::depth, MAPPINGS, "aiqleads-local-", teller, CLOCK);
  }

  private long depth(String queue) throws IOException {
    if (isDown) {
      throw new IOException("started again");
    }
    return queue.equals("greet-dead") ? letters : 0;
  }

  private static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
