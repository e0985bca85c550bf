package com.aiqleads.acquisition.retaining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {

  private static final Path PAGE = Path.of("../../docs/legal/retention.md");

  @Test
  void theLegalPageShowsEveryRuleAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(RetentionRule.values()).map(RetentionRuleTest::row).toList());
  }

  @Test
  void endedLeadsAreKeptForNinetyDaysAndUnseenOnesForTwiceThat() {
    Instant now = Instant.parse("2026-11-22T00:00:00Z");

    assertThat(RetentionRule.ENDED_LEADS.oldest(now)).isEqualTo("2026-08-24T00:00:00Z");
    assertThat(RetentionRule.UNSEEN_LEADS.oldest(now)).isEqualTo("2026-05-26T00:00:00Z");
  }

  private static String row(RetentionRule rule) {
    return "| `%s` | %s | %d days | %s | %s |"
        .formatted(rule, rule.records(), rule.kept().toDays(), rule.since(), rule.why());
  }
}
