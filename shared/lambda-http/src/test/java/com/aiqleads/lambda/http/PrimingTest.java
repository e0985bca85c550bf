package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Primed;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PrimingTest {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Priming.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void detach() {
    logger.detachAppender(log);
  }

  @Test
  void goesThroughRoutesAndFiltersAndIsRefused() {
    try (ApplicationContext context =
        TestFunction.start(
            "demo",
            "answer",
            new FakeQueues(),
            Map.of(
                "aiqleads.access", "GET /demo=public", "aiqleads.issuer", "http://127.0.0.1:1"))) {
      AtomicInteger primed = new AtomicInteger();
      List<Primed> others = List.of(primed::incrementAndGet, primed::incrementAndGet);
      Priming priming = new Priming(context.getBean(GatewayHandler.class), () -> others);

      priming.beforeCheckpoint(Core.getGlobalContext());
      priming.afterRestore(Core.getGlobalContext());
      assertThat(primed).hasValue(2);
    }

    assertThat(log.list).hasSize(1);
    assertThat(log.list.getFirst().getMessage()).isEqualTo("primed");
    assertThat(log.list.getFirst().getKeyValuePairs().getFirst().value).isIn(401, 404);
  }

  @Test
  void neverStopsAVersionFromBeingPublished() {
    ApplicationContext closed =
        TestFunction.start(
            "demo",
            "answer",
            new FakeQueues(),
            Map.of("aiqleads.access", "GET /demo=public", "aiqleads.issuer", "http://127.0.0.1:1"));
    Priming priming = new Priming(closed.getBean(GatewayHandler.class), List::of);
    closed.close();

    priming.beforeCheckpoint(Core.getGlobalContext());

    assertThat(log.list).extracting(ILoggingEvent::getMessage).containsExactly("not primed");
  }
}
