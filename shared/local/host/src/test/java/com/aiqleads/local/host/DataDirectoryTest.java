package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path folder;

  @Test
  void knowsWhetherAnythingIsKeptAndForgetsItWhenTold() throws IOException {
    try (DataDirectory data = DataDirectory.open(folder.resolve("new"))) {
      assertThat(data.isEmpty()).isTrue();
      Files.writeString(data.folder("logs").resolve("host.log"), "a line");
      assertThat(data.isEmpty()).isFalse();

      data.clear();

      assertThat(data.isEmpty()).isTrue();
      assertThat(data.path()).isDirectoryContaining(file -> file.endsWith("host.pid"));
    }
  }

  @Test
  void takesADirectoryThatAnEndedRunHasLeft() {
    DataDirectory.open(folder).close();

    DataDirectory.open(folder).close();
  }

  @Test
  void letsOneProcessInAndTellsTheOtherWhoItIs() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(OverlappingFileLockException.class);
      assertThat(openInAnotherProcess())
          .contains("already runs on " + data.path())
          .contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void saysWhatStandsInItsWay() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot use the data directory " + file);
    try (DataDirectory data = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> data.folder("file"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot make " + file);
    }
  }

  /// The message of a second process.
  private String openInAnotherProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /// What the other process does.
  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      DataDirectory.open(Path.of(arguments[0])).close();
    }
  }
}
