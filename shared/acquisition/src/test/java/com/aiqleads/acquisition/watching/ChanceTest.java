package com.aiqleads.acquisition.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {

  @Test
  void countsTriesThatSucceed() {
    assertThat(Chance.atLeast(1, 2, 0.5)).isCloseTo(0.75, within(1e-9));
    assertThat(Chance.atMost(0, 2, 0.5)).isCloseTo(0.25, within(1e-9));
    assertThat(Chance.atLeast(0, 5, 0.1)).isCloseTo(1, within(1e-9));
    assertThat(Chance.atLeast(5, 5, 0.05)).isLessThan(Judge.LUCK);
    assertThat(Chance.atLeast(4, 4, 0.05)).isGreaterThan(Judge.LUCK);
  }

  @Test
  void whatCannotBeOtherwiseIsCertain() {
    assertThat(Chance.atLeast(0, 3, 0)).isEqualTo(1);
    assertThat(Chance.atLeast(1, 3, 0)).isZero();
    assertThat(Chance.atLeast(3, 3, 1)).isEqualTo(1);
    assertThat(Chance.atMost(2, 3, 1)).isZero();
  }

  @Test
  void measuresHowFarDistributionsAreApart() {
    double[] low = {1, 2, 3, 4};
    double[] high = {11, 12, 13, 14};

    assertThat(Chance.distance(low, low)).isZero();
    assertThat(Chance.distance(low, high)).isEqualTo(1);
    assertThat(Chance.distance(new double[] {4, 1, 2, 3}, new double[] {3, 4, 5, 6}))
        .isCloseTo(0.5, within(1e-9));
    assertThat(Chance.ofDistance(1, 100, 24)).isLessThan(Judge.LUCK);
    assertThat(Chance.ofDistance(0.1, 10, 10)).isEqualTo(1);
  }
}
