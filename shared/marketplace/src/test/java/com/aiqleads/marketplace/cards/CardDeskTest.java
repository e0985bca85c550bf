package com.aiqleads.marketplace.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.payments.CardOnFile;
import org.junit.jupiter.api.Test;

class CardDeskTest {

  @Test
  void whatIsOnFileIsNotSaid() {
    assertThat(new CardOnFile("cus_1", "pm_1")).asString().doesNotContain("cus_1", "pm_1");
    assertThat(CardId.parse(ChargeFixtures.aCard("one").id().toString()))
        .isEqualTo(ChargeFixtures.aCard("one").id());
  }
}
