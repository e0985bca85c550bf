package com.aiqleads.platform.checkhealth;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Invocations;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.platform.checkhealth.StoreHealth.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckHealthTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final ApplicationContext context =
      TestFunction.start("platform", "check-health", new FakeQueues(), Map.of());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private final FakeStores stores = new FakeStores();
  private final CheckHealth checkHealth =
      new CheckHealth(
          stores, context.getBean(Invocations.class), context.getBean(Metrics.class), now::get);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void isUpWhenEveryStoreAnswers() {
    stores.with("a", true, LONG, FakeStores.ANSWERS).with("b", false, LONG, FakeStores.ANSWERS);

    Health health = checkHealth.check();

    assertThat(health.isUp()).isTrue();
    assertThat(health.stores()).extracting(StoreHealth::state).containsOnly(State.REACHED);
  }

  @Test
  void isDownWithoutAStoreThatIsNeededAndUpWithoutAnother() {
    stores.with("needed", true, LONG, FakeStores.ANSWERS);
    stores.with("other", false, LONG, FakeStores.FAILS);
    assertThat(checkHealth.check().isUp()).isTrue();

    stores.with("broken", true, LONG, FakeStores.FAILS);
    now.updateAndGet(time -> time.plus(CheckHealth.KEPT_FOR));

    Health health = checkHealth.check();
    assertThat(health.isUp()).isFalse();
    assertThat(health.stores())
        .extracting(StoreHealth::state)
        .containsExactly(State.REACHED, State.FAILED, State.FAILED);
  }

  @Test
  void givesUpAStoreThatHangsAndNoOther() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    stores.with("hangs", true, SHORT, FakeStores.hangsUntil(interrupted));
    stores.with("answers", true, LONG, FakeStores.ANSWERS);

    Health health = checkHealth.check();

    assertThat(health.stores())
        .extracting(StoreHealth::state)
        .containsExactly(State.LATE, State.REACHED);
    assertThat(health.stores().getFirst().took()).isEqualTo(SHORT);
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void asksAllAtOnce() {
    CyclicBarrier together = new CyclicBarrier(5);
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      stores.with(name, true, LONG, () -> meet(together));
    }

    assertThat(checkHealth.check().isUp()).isTrue();
  }

  @Test
  void givesOneAnswerToAllWhoAskWithinFiveSeconds() {
    stores.with("a", true, LONG, FakeStores.ANSWERS);

    Health first = checkHealth.check();
    now.updateAndGet(time -> time.plus(CheckHealth.KEPT_FOR).minusMillis(1));
    assertThat(checkHealth.check()).isSameAs(first);
    now.updateAndGet(time -> time.plusMillis(1));
    assertThat(checkHealth.check()).isNotSameAs(first);
    assertThat(stores.timesAsked()).isEqualTo(2);
  }

  @Test
  void countsWhatItFound() {
    stores.with("a", true, LONG, FakeStores.FAILS);

    checkHealth.check();

    MeterRegistry registry = context.getBean(MeterRegistry.class);
    assertThat(registry.get("store_checks").tags("of", "a", "outcome", "failed").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("store_check").tags("of", "a").timer().count()).isEqualTo(1);
  }

  private static String meet(CyclicBarrier barrier) {
    try {
      return "met as number " + barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
