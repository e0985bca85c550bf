package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context = TestFunction.start("demo", "listen", queues, Map.of());

  @Serdeable
  record Told(String text) implements Event {}

  @Serdeable
  record LaterV2(String text) implements Event {}

  @Serdeable
  record Garbled(String text) implements Event {}

  @Serdeable
  record WithoutExample(String text) implements Event {}

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void readsTheExampleOfEachEventAndOfEachVersion() {
    assertThat(rehearsed(List.of(Told.class, LaterV2.class))).isEqualTo(2);
  }

  @Test
  void startsAllTheSameWithoutAnExampleOrWithOneThatCannotBeRead() {
    assertThat(rehearsed(List.of(WithoutExample.class, Garbled.class, Told.class))).isEqualTo(1);
  }

  @Test
  void hasTheFiguresOfAnEventThereBeforeTheFirst() {
    rehearsed(List.of(Told.class));

    MeterRegistry registry = context.getBean(MeterRegistry.class);
    assertThat(registry.get("handled").tag("of", "Told").tag("outcome", "done").counter().count())
        .isZero();
    assertThat(registry.get("handling").tag("of", "Told").timer().count()).isZero();
  }

  private int rehearsed(List<Class<? extends Event>> accepted) {
    ObjectMapper json = context.getBean(ObjectMapper.class);
    return new Rehearsal(json, context.getBean(Metrics.class))
        .of(new EventReader<>(json, accepted), accepted);
  }
}
