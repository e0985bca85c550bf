package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
  @TempDir Path folder;

  @Test
  void knowsTheProcessOfDeadRunByItsCommandLine() throws Exception {
    var files = new RunFiles(folder, "s3");
    var process = new ProcessBuilder("tail", "-f", files.command().toString());
    files.writeCommand(List.of("-version"));
    var leftOver = process.start();
    files.writePid(leftOver.pid());

    assertThat(files.leftOver()).contains(leftOver.toHandle());
    leftOver.destroyForcibly().waitFor();
    assertThat(files.leftOver()).isEmpty();
  }

  @Test
  void sparesStrangerWhoHasTheOldNumber() throws Exception {
    var files = new RunFiles(folder, "s3");

    files.writePid(ProcessHandle.current().pid());

    assertThat(files.leftOver()).isEmpty();
  }

  @Test
  void quotesWhatTheJvmWouldUnescape() throws Exception {
    var files = new RunFiles(folder, "s3");

    files.writeCommand(List.of("a b", "c\\d\"e"));

    assertThat(Files.readAllLines(files.command())).containsExactly("\"a b\"", "\"c\\\\d\\\"e\"");
  }

  @Test
  void showsTheEndOfLongLog() throws Exception {
    var files = new RunFiles(folder, "s3");
    Files.writeString(files.log(), "start" + "x".repeat(10_000) + "end");

    assertThat(files.logTail()).endsWith("xend").doesNotContain("start");
  }

  @Test
  void findsLineInLog() throws Exception {
    var files = new RunFiles(folder, "s3");
    Files.writeString(files.log(), "one\ntwo\n");

    assertThat(files.logContains("two")).isTrue();
    assertThat(files.logContains("three")).isFalse();
  }

  @Test
  void saysThatThereIsNoLog() {
    assertThat(new RunFiles(folder, "s3").logTail()).contains("no log");
  }
}
