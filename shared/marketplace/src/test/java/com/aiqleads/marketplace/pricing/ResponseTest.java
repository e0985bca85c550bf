package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
  private static final long USUAL = 200_000;

  @Test
  void takenIsWhatOfTheLooksWasAPurchase() {
    assertThat(Response.taken(10, 200)).isEqualTo(USUAL);
    assertThat(Response.taken(3, 50)).isEqualTo(166_666);
  }

  @ParameterizedTest
  @CsvSource({
    "200000, 1000000",
    "300000, 1001515",
    "100000, 998485",
    "366666, 1002525",
    "999999, 1002525",
    "0, 997475"
  })
  void aPriceFollowsASurpriseALittleAtATime(long taken, long next) {
    assertThat(Response.next(Response.UNCHANGED, taken, USUAL)).isEqualTo(next);
  }

  @Test
  void neverMoreThanTwiceNorLessThanHalf() {
    long up = Response.UNCHANGED;
    long down = Response.UNCHANGED;
    for (int measurement = 0; measurement < 1_000; measurement++) {
      up = Response.next(up, 900_000, USUAL);
      down = Response.next(down, 0, USUAL);
    }

    assertThat(up).isEqualTo(2_000_000);
    assertThat(down).isEqualTo(500_000);
  }

  @Test
  void whatIsUsualIsForgottenInMonths() {
    assertThat(Response.usual(USUAL, USUAL)).isEqualTo(USUAL);
    assertThat(Response.usual(USUAL, 257_600)).isEqualTo(200_010);
    long usual = USUAL;
    for (int day = 0; day < 60 * 96; day++) {
      usual = Response.usual(usual, 300_000);
    }
    assertThat(usual).isBetween(260_000L, 265_000L);
  }

  @ParameterizedTest
  @CsvSource({"20000, 15000", "15000, 20000"})
  void whatIsUsualArrives(long before, long taken) {
    long usual = before;
    for (int measurement = 0; measurement < 5_000; measurement++) {
      usual = Response.usual(usual, taken);
    }

    assertThat(usual).isEqualTo(taken);
    assertThat(Response.usual(usual, taken)).isEqualTo(taken);
  }
}
