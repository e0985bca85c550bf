package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole templates of prod, so that a change of any of them is seen by whoever reviews it. After a
/// change that is meant: `./mvnw -pl infra-cdk -am verify -Dsnapshots=renew`, and look at the diff.
class SnapshotTest {

  private static final Path FOLDER =
      Synthesized.ROOT.resolve("infra-cdk/src/test/resources/snapshots");
  private static final boolean RENEW = "renew".equals(System.getProperty("snapshots"));

  static List<String> stacks() {
    return List.copyOf(Synthesized.any().templates().keySet());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void isAsItWas(String stack) throws IOException {
    Path file = FOLDER.resolve(stack + ".json");
    String now = normalized(Synthesized.any().template(stack));
    if (RENEW) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, now);
    }

    assertThat(Files.exists(file)).as("%s: renew with -Dsnapshots=renew", file).isTrue();
    assertThat(now).isEqualTo(Files.readString(file));
  }

  /// Sorted, and without the hashes of assets and of versions of functions.
  private static String normalized(JsonNode template) throws IOException {
    Object sorted = Synthesized.JSON.treeToValue(template, Map.class);
    return Synthesized.JSON
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writeValueAsString(sorted)
            .replaceAll("[0-9a-f]{64}", "<asset>")
            .replaceAll("(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}", "$1<version>")
        + "\n";
  }
}
