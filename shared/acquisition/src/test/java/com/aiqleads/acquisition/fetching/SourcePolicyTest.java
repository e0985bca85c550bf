package com.aiqleads.acquisition.fetching;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourcePolicyTest {

  private static final Approval APPROVED = new Approval.Approved("counsel", NOON.plusSeconds(1));

  @Test
  void anApprovalEndsOnTime() {
    URI page = URI.create("https://HOMES.example/1");

    assertThat(aPolicy(APPROVED).objection(page, NOON)).isEmpty();
    assertThat(aPolicy(APPROVED).objection(page, NOON.plusSeconds(1)))
        .hasValue(Refusal.NOT_APPROVED);
    assertThat(APPROVED.text()).startsWith("counsel until 2026");
    assertThat(new Approval.NotApproved().text()).isEqualTo("nobody");
  }

  @Test
  void aPolicyMustMakeSense() {
    assertThatThrownBy(() -> policy("https://other.example/", Duration.ofSeconds(1), "Bot/1"))
        .hasMessageContaining("base URL");
    assertThatThrownBy(() -> policy("/relative", Duration.ofSeconds(1), "Bot/1"))
        .hasMessageContaining("base URL");
    assertThatThrownBy(() -> policy("https://homes.example/", Duration.ZERO, "Bot/1"))
        .hasMessageContaining("pace");
    assertThatThrownBy(() -> policy("https://homes.example/", Duration.ofSeconds(1), "Bot"))
        .hasMessageContaining("user agent");
  }

  private static SourcePolicy policy(String baseUrl, Duration interval, String userAgent) {
    return new SourcePolicy(
        "homes", URI.create(baseUrl), "", APPROVED, Set.of("homes.example"), interval, userAgent);
  }

  @Test
  void anApprovalWithoutEndSaysSo() {
    assertThat(new Approval.Approved("the sandbox", Approval.OPEN_ENDED).text())
        .isEqualTo("the sandbox, open-ended");
    assertThat(APPROVED.text()).isEqualTo("counsel until " + NOON.plusSeconds(1));
    assertThat(new Approval.NotApproved().text()).isEqualTo("nobody");
  }
}
