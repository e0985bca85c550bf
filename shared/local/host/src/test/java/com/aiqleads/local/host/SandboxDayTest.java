package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxDayTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 21);

  @TempDir Path folder;

  @Test
  void staysTheDayOfTheFirstStartUntilTheDataIsGone() {
    try (DataDirectory data = DataDirectory.open(folder)) {
      assertThat(SandboxDay.of(data, FIRST)).isEqualTo(FIRST);
      assertThat(SandboxDay.of(data, FIRST.plusDays(3))).isEqualTo(FIRST);

      data.clear();
      assertThat(SandboxDay.of(data, FIRST.plusDays(3))).isEqualTo(FIRST.plusDays(3));
    }
  }

  @Test
  void refusesWhatIsNoDay() throws IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Files.writeString(folder.resolve("sandbox-day"), "yesterday");

      assertThatThrownBy(() -> SandboxDay.of(data, FIRST))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("sandbox-day does not hold a day such as 2026-11-21");
    }
  }

  @Test
  void saysWhatStandsInItsWay() throws IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Files.createDirectory(folder.resolve("sandbox-day"));

      assertThatThrownBy(() -> SandboxDay.of(data, FIRST))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot keep the day of the sandbox in");
    }
  }
}
