package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private final Redaction redaction =
      Redaction.of(new Address("1468 SW 22nd Ter", null, "Miami", "FL", "33145"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "305-555-0123",
        "(305) 555-0123",
        "+1 305 555 0123",
        "305.555.0123",
        "3055550123",
        "555-0123",
        "maria@example.com",
        "maria.lopez+home@mail.example.org",
        "https://example.com/my-house",
        "www.my-house.net",
        "my-house.com",
        "1468 SW 22nd Ter",
        "1468 sw  22nd ter",
      })
  void hidesWhatLeadsToTheSeller(String secret) {
    String shown = redaction.redact("A house, " + secret + " and a garden");

    assertThat(shown).isEqualTo("A house, [hidden] and a garden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asking $649,000 or 1,250,000.00 for it",
        "built in 1951, 1742 sqft on 6,250 sqft",
        "3 bed 2.5 bath. Roof of 2022.",
        "Open 10-12 and 2-4"
      })
  void leavesWhatDescribesTheHome(String text) {
    assertThat(redaction.redact(text)).isEqualTo(text);
  }

  @Test
  void leavesAllWordsWhereTheStreetIsNotKnown() {
    Redaction noStreet = Redaction.of(new Address("", null, "Miami", "FL", "33145"));

    assertThat(noStreet.redact("a garden")).isEqualTo("a garden");
  }
}
