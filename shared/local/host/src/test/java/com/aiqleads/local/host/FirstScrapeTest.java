package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstScrapeTest {

  @TempDir Path folder;

  @Test
  void isDueUntilItWasSubmittedAndAgainAfterTheDataIsGone() {
    try (DataDirectory data = DataDirectory.open(folder)) {
      data.folder("logs");
      assertThat(FirstScrape.on(data).due()).isTrue();

      FirstScrape.on(data).submitted();
      assertThat(FirstScrape.on(data).due()).isFalse();

      data.clear();
      assertThat(FirstScrape.on(data).due()).isTrue();
    }
  }

  @Test
  void saysWhatStandsInItsWay() throws IOException {
    Path file = Files.createDirectory(folder.resolve("scraped"));
    FirstScrape inTheWay = new FirstScrape(file, true);

    assertThatThrownBy(inTheWay::submitted)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot mark the first scrape in " + file);
  }
}
