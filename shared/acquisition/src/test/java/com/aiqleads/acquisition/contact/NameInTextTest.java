package com.aiqleads.acquisition.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameInTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dana Whitfield | Dana Whitfield",
        "Dana Whitfield | DANA  whitfield",
        "Dana Whitfield | Whitfield, Dana",
        "Dana Whitfield | Dana M. Whitfield",
        "Dana Whitfield | Dana M Whitfield",
        "Dana M. Whitfield | Dana Whitfield",
        "Dana M. Whitfield | Dana M. Whitfield",
        "Dana M. Whitfield | Dana K. Whitfield",
        "Dana M. Whitfield | Whitfield, Dana",
        "D. Whitfield | D. Whitfield",
        "Ann O’Neil | Ann O’Neil",
        "Zoë Núñez | zoë núñez"
      })
  void isHiddenHoweverTheInitialIsKept(String name, String written) {
    assertThat(NameInText.redacted("Ask for " + written + ", please.", name))
        .isEqualTo("Ask for (name on purchase), please.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dana Whitfields", "Dana. The Whitfield house", "Rose", "ADana Whitfield"})
  void otherWordsStay(String text) {
    assertThat(NameInText.redacted(text, "Dana Whitfield")).isEqualTo(text);
  }

  @Test
  void ofNobodyIsNowhere() {
    assertThat(NameInText.redacted("Dana", null)).isEqualTo("Dana");
    assertThat(NameInText.redacted("A rose", "Rose")).isEqualTo("A rose");
    assertThat(NameInText.redacted("A rose", "'' -")).isEqualTo("A rose");
  }
}
