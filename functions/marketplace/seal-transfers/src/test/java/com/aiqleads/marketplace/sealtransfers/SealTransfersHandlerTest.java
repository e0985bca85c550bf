package com.aiqleads.marketplace.sealtransfers;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.marketplace.books.Chain;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.books.Verification;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealTransfersHandlerTest {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));

  private final ApplicationContext context =
      TestFunction.start("marketplace", "seal-transfers", new FakeQueues(), Map.of());

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void sealsUntilNothingIsLeft() {
    Posted posted = new Posted(12_345);

    run(posted);

    assertThat(posted.left).isZero();
  }

  @Test
  void stopsInTimeWhateverIsLeft() {
    Posted posted = new Posted(1_000_000);

    run(posted);

    assertThat(posted.left).isEqualTo(800_000);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (SealTransfersHandler handler = new SealTransfersHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void run(Chain chain) {
    context.registerSingleton(Chain.class, chain);
    ScheduledRun run = new ScheduledRun("marketplace-seal-transfers", Instant.EPOCH);
    assertThat(new SealTransfersHandler(context).handleRequest(run, INVOCATION)).isNull();
  }

  /// As many transfers as wait to be sealed.
  private static final class Posted implements Chain {
    private int left;

    Posted(int left) {
      this.left = left;
    }

    @Override
    public int seal(int most) {
      int sealed = Math.min(most, left);
      left -= sealed;
      return sealed;
    }

    @Override
    public Verification verify(Link after, int most) {
      return new Verification.Sound(after);
    }
  }
}
