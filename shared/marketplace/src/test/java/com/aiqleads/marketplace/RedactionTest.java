package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "WWW.My-House",
        "my-house.INFO",
        "http://203.0.113.7",
        "1468 SW 22nd Ter",
        "1468 sw  22nd ter",
        "1468 SW 22nd Terrace",
        "1468 Southwest 22nd Terrace",
        "1468 S.W. 22 Ter",
        "1468 SW 22",
      })
  void hidesWhatLeadsToTheSeller(String secret) {
    String shown = redaction.redact("A house, " + secret + " and a garden");

    assertThat(shown).isEqualTo("A house, [hidden] and a garden");
  }

  @ParameterizedTest
  @CsvSource({
    "660 12th Ave NE, 'Call me at home.660 12th Ave NE', 'Call me at home.[hidden]'",
    "660 12th Ave NE, '660 12th Avenue Northeast, Naples', '[hidden], Naples'",
    "1200 US Hwy 1, 'On 1200 US Highway 1.', 'On [hidden].'",
    "12 W Ave, '12 windows and 12 W Avenue', '12 windows and [hidden]'",
    "660 12th Ave NE, '$660 12th Ave NE', '$660 12th Ave NE'",
  })
  void hidesAStreetHoweverItIsWritten(String street, String text, String shown) {
    Address address = new Address(street, null, "Naples", "FL", "34120");

    assertThat(Redaction.of(address).redact(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asking $649,000 or 1,250,000.00 for it",
        "built in 1951, 1742 sqft on 6,250 sqft",
        "3 bed 2.5 bath. Roof of 2022.",
        "Open 10-12 and 2-4",
        "On SW 22nd Ter, near 1468 SW 220th Ter and 21468 SW 22nd Ter",
        "A lot of 1468 sqft"
      })
  void leavesWhatDescribesTheHome(String text) {
    assertThat(redaction.redact(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 Oak St", "12 Oak Street", "12 oak"})
  void hidesAStreetOfOneName(String secret) {
    Redaction oak = Redaction.of(new Address("12 Oak St", null, "Miami", "FL", "33145"));

    assertThat(oak.redact("At " + secret + ", with oaks")).isEqualTo("At [hidden], with oaks");
  }

  @Test
  void leavesAllWordsWhereTheStreetIsNotKnown() {
    Redaction noStreet = Redaction.of(new Address("", null, "Miami", "FL", "33145"));

    assertThat(noStreet.redact("a garden")).isEqualTo("a garden");
  }
}
