package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The file that whoever deploys fills in. Every other test looks at the stages of the file of the
/// same name in the tests' resources, so that nobody's account or domain makes one red.
class CdkJsonTest {

  private static final Path REAL = Synthesized.ROOT.resolve("infra-cdk/cdk.json");

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void isEnoughToMakeEveryStage(String stage) {
    assertThat(Synthesized.of(stage, Synthesized.context(REAL)).templates())
        .hasSameSizeAs(Synthesized.of(stage).templates());
  }

  @Test
  void asksOfTheCommandLineWhatTestsAsk() {
    assertThat(flags(Synthesized.context(REAL))).isEqualTo(flags(Synthesized.context()));
  }

  private static Map<String, Object> flags(Map<String, Object> context) {
    Map<String, Object> flags = new TreeMap<>(context);
    flags.remove("stages");
    assertThat(flags).isNotEmpty();
    return flags;
  }
}
