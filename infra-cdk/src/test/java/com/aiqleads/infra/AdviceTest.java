package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The packs AwsSolutions and Serverless of cdk-nag, by the reports that they leave.
class AdviceTest {

  private static final int RULES_OF_A_STACK = 10;

  static List<String> stages() {
    return Synthesized.STAGES;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void nothingStandsAgainstTheAdviceOfAws(String stage) {
    List<String> findings =
        reports(stage).filter(line -> line.contains("\"Non-Compliant\"")).toList();

    assertThat(findings).isEmpty();
  }

  @Test
  void everythingWasLookedAt() {
    assertThat(reports("prod").filter(line -> line.contains("\"Compliant\"")).count())
        .isGreaterThan((long) RULES_OF_A_STACK * Synthesized.any().templates().size());
    assertThat(files("prod")).hasSize(2 * Synthesized.any().templates().size());
  }

  private static Stream<String> reports(String stage) {
    return files(stage).stream().flatMap(AdviceTest::lines);
  }

  private static List<Path> files(String stage) {
    Path folder = Path.of(Synthesized.of(stage).product().app().getOutdir());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith("NagReport.csv")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
