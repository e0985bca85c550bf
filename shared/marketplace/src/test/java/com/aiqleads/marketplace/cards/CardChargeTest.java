package com.aiqleads.marketplace.cards;

import static com.aiqleads.marketplace.cards.ChargeFixtures.NOON;
import static com.aiqleads.marketplace.cards.ChargeFixtures.charge;
import static com.aiqleads.marketplace.cards.ChargeFixtures.ofInvoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardChargeTest {

  @ParameterizedTest
  @CsvSource({
    "FAILED, authentication_required, true",
    "FAILED, insufficient_funds, false",
    "OPEN, '', false",
    "PAID, '', false"
  })
  void onlyABankThatWantsToAskWaitsForWhoeverHasTheCard(
      Outcome outcome, String reason, boolean waits) {
    assertThat(charge(1, NOON, outcome, reason).needsPayer()).isEqualTo(waits);
  }

  @Test
  void whatABankRefusedForTheWalletIsAskedForAgainAfterItsRest() {
    assertThat(charge(1, NOON, Outcome.FAILED, "insufficient_funds").again())
        .contains(NOON.plus(Duration.ofHours(1)));
    assertThat(charge(1, NOON, Outcome.FAILED, "authentication_required").again())
        .contains(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void whatIsNotRefusedOrIsOfAnInvoiceHasNoNextTimeOfItsOwn() {
    assertThat(charge(1, NOON, Outcome.OPEN, "").again()).isEmpty();
    assertThat(charge(1, NOON, Outcome.PAID, "").again()).isEmpty();
    assertThat(ofInvoice(charge(1, NOON, Outcome.FAILED, "insufficient_funds")).again()).isEmpty();
  }
}
