package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {

  private static final String MARK = "aiqleads-local-data";

  @TempDir Path folder;

  @Test
  void forgetsWhatIsKeptWhenTold() throws IOException {
    keepALine(folder.resolve("new"));

    try (DataDirectory data = DataDirectory.open(folder.resolve("new"))) {
      data.clear();
      data.clear();

      assertThat(namesIn(data.path())).containsExactlyInAnyOrder("host.pid", MARK);
    }
  }

  @Test
  void neverEmptiesADirectoryThatOthersUse() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");

    keepALine(folder);

    try (DataDirectory data = DataDirectory.open(folder)) {
      assertThatThrownBy(data::clear)
          .isInstanceOf(StartRefused.class)
          .hasMessageStartingWith("-Dlocal.fresh does not empty " + folder + ": it was not empty")
          .hasMessageContaining("Name another directory with -Dlocal.data");
    }
    assertThat(namesIn(folder)).contains("thesis.txt", "logs");
  }

  @Test
  void neverFollowsALinkOutOfItsDirectory() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("thesis.txt"), "years of work");
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
      Files.createSymbolicLink(data.path().resolve("s3"), elsewhere);

      data.clear();
    }

    assertThat(namesIn(elsewhere)).containsExactly("thesis.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run/lock", "logs/host.log"})
  void emptiesWhatRunsLeftBeforeThereWasAMark(String evidence) throws IOException {
    write(evidence);
    write("postgres/password");

    try (DataDirectory data = DataDirectory.open(folder)) {
      data.clear();
    }

    assertThat(namesIn(folder)).containsExactlyInAnyOrder("host.pid", MARK);
  }

  @ParameterizedTest
  @CsvSource({"logs/other.log, postgres/password", "run/lock, postgres", "run/lock, src/Main.java"})
  void takesNothingElseForWhatRunsLeft(String one, String other) throws IOException {
    write(one);
    write(other);

    try (DataDirectory data = DataDirectory.open(folder)) {
      assertThatThrownBy(data::clear).isInstanceOf(StartRefused.class);
    }
  }

  private static void keepALine(Path path) throws IOException {
    try (DataDirectory data = DataDirectory.open(path)) {
      Files.writeString(data.folder("logs").resolve("host.log"), "a line");
    }
  }

  private void write(String file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), "anything");
  }

  private static List<String> namesIn(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
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
