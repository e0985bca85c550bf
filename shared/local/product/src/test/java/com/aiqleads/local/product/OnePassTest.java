package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `-Dlocal.once=true`, as somebody uses it who only wants to know whether all is well.
@Order(1)
class OnePassTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void scrapesOncePrintsATableAndEndsWell(@TempDir Path data) {
    RunningProduct product =
        RunningProduct.launch(data, Map.of("local.once", "true", "local.homes", "100"));

    assertThat(product.awaitEnd(LIMIT)).as("%s", product.lines()).isZero();
    assertThat(product.lines())
        .anyMatch(line -> line.matches("pages +[0-9]{2,}"))
        .anyMatch(line -> line.matches("leads in +[0-9]{2,}"))
        .anyMatch(line -> line.matches("jobs +[0-9]{2,}"))
        .anyMatch(line -> line.matches("refused: no_price +[0-9]+"))
        .anyMatch(line -> line.matches("published +[0-9]{2,}"))
        .anyMatch(line -> line.matches("duplicates merged +[0-9]+"))
        .anyMatch(line -> line.matches("lost +0"))
        .anyMatch(line -> line.matches("dead letters +0"))
        .anyMatch(line -> line.matches("time +[0-9.]+ s"));
  }
}
