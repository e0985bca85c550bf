package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.pricing.Shelf.Activity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayTest {
  /// The first moment of a period.
  private static final Instant START = Instant.ofEpochSecond(640 * Duration.ofDays(32).toSeconds());

  @ParameterizedTest
  @CsvSource({"0,1000", "5,1000", "6,840", "12,707", "18,594", "24,500", "48,250", "240,0"})
  void aThousandLooksLoseHalfOfTheirWeightEveryDay(int hours, long worth) {
    BigInteger sum = Decay.weight(START).multiply(BigInteger.valueOf(1_000));

    assertThat(Decay.worth(sum, Decay.period(START), START.plus(Duration.ofHours(hours))))
        .isEqualTo(worth);
  }

  @Test
  void isWorthTheSameAcrossTheEndOfAPeriod() {
    Instant last = START.minusSeconds(1);
    BigInteger sum = Decay.weight(last).multiply(BigInteger.valueOf(1_000));

    assertThat(Decay.period(last)).isEqualTo(Decay.period(START) - 1);
    assertThat(Decay.worth(sum, Decay.period(last), START)).isEqualTo(840);
    assertThat(Decay.worth(sum, Decay.period(last), START.plus(Duration.ofDays(31)))).isZero();
  }

  @Property
  void weighsMoreTheLaterItIs(@ForAll @IntRange(max = 126) int step) {
    Instant at = START.plus(Duration.ofHours(6L * step));

    assertThat(Decay.weight(at.plus(Duration.ofHours(6)))).isGreaterThan(Decay.weight(at));
    assertThat(Decay.worth(Decay.weight(at), Decay.period(at), at)).isEqualTo(BigInteger.ONE);
  }

  @ParameterizedTest
  @CsvSource({"10,0,0,0", "10,25,0,250", "10,25,5,300", "0,3,0,300", "300,1,0,0", "100,0,7,7"})
  void demandIsForAHundredLeadsOnSale(long onSale, long points, long views, long demand) {
    assertThat(Demand.of(new Activity(onSale, points, 0, Response.UNCHANGED), views))
        .isEqualTo(demand);
  }
}
