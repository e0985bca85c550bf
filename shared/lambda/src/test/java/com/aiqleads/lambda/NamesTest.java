package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

  private final Names names = new Names("prod", "marketplace");

  @Test
  void derivesEveryName() {
    assertThat(names.table("offers")).isEqualTo("aiqleads-prod-marketplace-offers");
    assertThat(names.bucket("pages")).isEqualTo("aiqleads-prod-marketplace-pages");
    assertThat(names.secret("database")).isEqualTo("aiqleads/prod/marketplace/database");
    assertThat(names.queue("acquisition-parse-page"))
        .isEqualTo("aiqleads-prod-acquisition-parse-page");
    assertThat(names.deadLetters("acquisition-parse-page"))
        .isEqualTo("aiqleads-prod-acquisition-parse-page-dead");
    assertThat(names.keyAlias("tokens")).isEqualTo("alias/aiqleads-prod-marketplace-tokens");
  }

  @Test
  void knowsTheNamesOfOtherContexts() {
    assertThat(names.of("platform").table("claims")).isEqualTo("aiqleads-prod-platform-claims");
  }
}
