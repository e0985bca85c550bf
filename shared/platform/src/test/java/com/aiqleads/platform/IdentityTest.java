package com.aiqleads.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final String ISSUER = "https://provider.example";

  @Test
  void hasAnIssuerAndASubjectOfAtMost255Characters() {
    assertThat(new Identity(ISSUER, "x".repeat(254)).subject()).hasSize(254);
    assertThat(new Identity(ISSUER, "x".repeat(255)).subject()).hasSize(255);
    for (String none : List.of("", " ", "x".repeat(256))) {
      assertThatThrownBy(() -> new Identity(ISSUER, none))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Identity(none, "4711"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void staysHidden() {
    assertThat(new Identity(ISSUER, "4711")).hasToString("***");
  }

  @Test
  void providersHaveIdsThatCanStandInAddresses() {
    assertThat(new ProviderId("acme-2")).hasToString("acme-2");
    assertThat(ProviderId.find("acme-2")).contains(new ProviderId("acme-2"));
    assertThat(new ProviderId("a" + "x".repeat(31)).value()).hasSize(32);
    for (String none : List.of("", "2acme", "Acme", "a/b", "a".repeat(33))) {
      assertThatThrownBy(() -> new ProviderId(none)).isInstanceOf(IllegalArgumentException.class);
      assertThat(ProviderId.find(none)).isEmpty();
    }
  }
}
