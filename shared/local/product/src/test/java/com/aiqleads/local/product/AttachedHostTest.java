package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/// The last of all, as it ends the product of all: one that has worked.
@Isolated("nobody can ask the product anything afterwards")
@Order(Integer.MAX_VALUE)
class AttachedHostTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  @Test
  void endsWithWhatStartedIt() throws Exception {
    RunningProduct running = product.running();
    List<ProcessHandle> services =
        ProcessHandle.of(running.pid()).orElseThrow().descendants().toList();

    running.leave();
    running.awaitEnd();

    assertThat(services).isNotEmpty().allSatisfy(AttachedHostTest::ends);
  }

  private static void ends(ProcessHandle service) {
    assertThat(service.onExit()).succeedsWithin(Duration.ofSeconds(30));
  }
}
