package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(2)
class AttachedHostTest {

  @Test
  void endsWithWhatStartedIt(@TempDir Path data) throws Exception {
    RunningProduct product =
        RunningProduct.start(data, Map.of("local.homes", "20", "local.scrape", "false"));
    List<ProcessHandle> services =
        ProcessHandle.of(product.pid()).orElseThrow().descendants().toList();

    product.leave();
    product.awaitEnd();

    assertThat(services).isNotEmpty().allSatisfy(AttachedHostTest::ends);
  }

  private static void ends(ProcessHandle service) {
    assertThat(service.onExit()).succeedsWithin(Duration.ofSeconds(30));
  }
}
