package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduledFunctionTest {

  private static final String SEEN = "aiqleads-test-demo-note-pages";
  private static final ScheduledRun RUN =
      new ScheduledRun("every-hour", Instant.parse("2026-11-20T10:00:00Z"));

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "demo", "see-pages", queues, Map.of("aiqleads.routes", "PageSeen=demo-note-pages"));

  @Serdeable
  record PageSeen(String address) implements Event {}

  static final class SeePages extends ScheduledFunction {

    private final BiConsumer<ScheduledRun, Publisher> work;

    SeePages(ApplicationContext context, BiConsumer<ScheduledRun, Publisher> work) {
      super(context);
      this.work = work;
    }

    @Override
    protected void run(ScheduledRun run, Publisher publisher) {
      work.accept(run, publisher);
    }
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void saysTheSameEventForTheSameThingInWhateverOrder() {
    run(publisher -> say(publisher, "a", "b"));
    run(publisher -> say(publisher, "b", "c"));

    assertThat(queues.eventIdsSentTo(SEEN)).hasSize(4);
    assertThat(queues.eventIdsSentTo(SEEN).get(1)).isEqualTo(queues.eventIdsSentTo(SEEN).get(2));
    assertThat(queues.eventIdsSentTo(SEEN).get(3))
        .isNotIn(queues.eventIdsSentTo(SEEN).subList(0, 3));
  }

  @Test
  void sendsWhileItRuns() {
    run(
        publisher -> {
          say(publisher, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
          assertThat(queues.bodiesSentTo(SEEN)).hasSize(10);
          say(publisher, "k");
          publisher.flush();
          assertThat(queues.bodiesSentTo(SEEN)).hasSize(11);
        });
  }

  @Test
  void startsAJourneyOfItsOwn() {
    CorrelationId journey = new CorrelationId(Ids.derived("journey"));

    run(publisher -> publisher.publish(new PageSeen("a"), journey));
    run(publisher -> publisher.publish(new PageSeen("b"), journey));

    assertThat(queues.bodiesSentTo(SEEN)).allMatch(body -> body.contains(journey.text()));
    assertThat(queues.eventIdsSentTo(SEEN).getFirst())
        .isEqualTo(queues.eventIdsSentTo(SEEN).getLast());
  }

  @Test
  void failsWhenItCannotSend() {
    queues.goDown(SEEN);

    assertThatThrownBy(() -> run(publisher -> say(publisher, "a")))
        .hasMessageContaining("1 events could not be sent");
  }

  @Test
  void failsWhenItsWorkFails() {
    assertThatThrownBy(
            () ->
                run(
                    publisher -> {
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
  }

  private void run(Consumer<Publisher> work) {
    new SeePages(context, (run, publisher) -> work.accept(publisher))
        .handleRequest(RUN, new FakeInvocation(Duration.ofSeconds(30)));
  }

  private static void say(Publisher publisher, String... addresses) {
    for (String address : addresses) {
      publisher.publish(new PageSeen(address));
    }
  }
}
