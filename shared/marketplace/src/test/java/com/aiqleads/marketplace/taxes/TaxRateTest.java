package com.aiqleads.marketplace.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRateTest {

  @ParameterizedTest
  @CsvSource({
    "82500,10000,825",
    "82500,1,0",
    "100000,5,0",
    "100000,15,2",
    "100000,25,2",
    "500000,3,2",
    "0,10000,0"
  })
  void comesOnTopOfAPrice(int millionths, long net, long tax) {
    assertThat(new TaxRate(millionths).on(Money.usd(net))).isEqualTo(Money.usd(tax));
  }

  @ParameterizedTest
  @CsvSource({"82500,10825,825", "82500,10000,762", "250000,5,1", "500000,3,1", "0,10000,0"})
  void isInAPriceThatIncludesIt(int millionths, long gross, long tax) {
    assertThat(new TaxRate(millionths).within(Money.usd(gross))).isEqualTo(Money.usd(tax));
  }

  /// For every amount: what comes on top is what is found again.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40_000, 82_500, 88_750, 500_000})
  void isFoundAgainInWhatItCameOnTopOf(int millionths) {
    TaxRate rate = new TaxRate(millionths);
    for (long cents = 0; cents < 5_000; cents++) {
      Money net = Money.usd(cents);

      assertThat(rate.within(net.plus(rate.on(net)))).as("%s", net).isEqualTo(rate.on(net));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 500_001})
  void isNoPenaltyAndNoGift(int millionths) {
    assertThatThrownBy(() -> new TaxRate(millionths)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNothingWhereTheHouseIsRegisteredNowhere() {
    assertThat(Taxes.NONE.of(new TeamId(Ids.derived("team")), Instant.EPOCH))
        .isEqualTo(TaxRate.NONE);
  }
}
