package com.aiqleads.acquisition.retaining;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  @Test
  void aLeadIsKeptAsLongAsTheAdvertisementThatIsKeptLongest() {
    Advertisement one = LeadFixtures.anAdvertisement();
    ListingId id = one.listing().id();
    Instant seen = one.listing().observedAt();
    LeadId lead = new LeadId(new UUID(1, 1));

    assertThat(until(new KnownLead(lead, 1, List.of(one), Map.of())))
        .isEqualTo(seen.plus(Duration.ofDays(180)));
    assertThat(until(new KnownLead(lead, 1, List.of(one), Map.of(id, seen))))
        .isEqualTo(seen.plus(Duration.ofDays(180)));
    assertThat(until(new KnownLead(lead, 1, List.of(one), Map.of(id, seen.plusSeconds(1)))))
        .isEqualTo(seen.plusSeconds(1).plus(Duration.ofDays(90)));
    assertThat(
            until(
                new KnownLead(lead, 1, List.of(one), Map.of(id, seen.plus(Duration.ofDays(170))))))
        .isEqualTo(seen.plus(Duration.ofDays(180)));
  }

  private static Instant until(KnownLead lead) {
    return RetentionRule.keptUntil(lead);
  }

  private static String row(RetentionRule rule) {
    return "| `%s` | %s | %d days | %s | %s |"
        .formatted(rule, rule.records(), rule.kept().toDays(), rule.since(), rule.why());
  }
}
