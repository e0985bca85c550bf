package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

  @ParameterizedTest
  @CsvSource({
    "0, 100",
    "1, 100",
    "2, 85",
    "3, 85",
    "4, 65",
    "7, 65",
    "8, 45",
    "14, 45",
    "15, 25",
    "30, 25",
    "31, 12",
    "90, 12",
    "91, 6",
    "10000, 6"
  })
  void leadsLoseValueFromBandToBand(long days, int percent) {
    assertThat(AgeBand.of(days).percent()).isEqualTo(percent);
  }
}
