package com.aiqleads.acquisition.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HugePageTest {

  @Test
  void pagesOf10MegabytesAreReadOrRefusedWithinTheHeapOfParsePage() throws IOException {
    HugePageRun run = HugePageRun.of("parse-page", "parse");

    assertThat(run.lines()).noneMatch(line -> line.contains("Error"));
    assertThat(run.status()).isZero();
    assertThat(run.lines()).filteredOn(line -> line.matches(".*: (Read|Refused)")).hasSize(13);
    assertThat(run.peakMegabytes()).isLessThanOrEqualTo(run.heapMegabytes());
  }
}
