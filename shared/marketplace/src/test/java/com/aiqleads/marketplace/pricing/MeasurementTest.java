package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.pricing.Shelf.Activity;
import com.aiqleads.marketplace.pricing.Shelf.Measured;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final Segment HOUSES = new Segment("miami-fl", "house");
  private static final Segment CONDOS = new Segment("miami-fl", "condo");
  private static final Activity BUSY = new Activity(10, 100, 60_00, 1_000_000);
  private static final Activity QUIET = new Activity(10, 100, 20_00, 1_100_000);

  @Test
  void pricesRiseWhereBuyersTakeMoreThanElsewhere() {
    Measurement measurement = of(200, 200);

    OptionalLong usual = measurement.usual(OptionalLong.empty());

    assertThat(usual).hasValue(200_000);
    assertThat(measurement.measured(usual))
        .isEqualTo(
            Map.of(
                HOUSES, new Measured(10, 3_000, 1_001_515),
                CONDOS, new Measured(10, 3_000, 1_098_334)));
  }

  @Test
  void whatIsUsualChangesSlowly() {
    assertThat(of(200, 200).usual(OptionalLong.of(100_000))).hasValue(100_017);
  }

  @Test
  void fewLooksSayNothing() {
    assertThat(of(100, 99).usual(OptionalLong.empty())).isEmpty();
    assertThat(of(100, 99).usual(OptionalLong.of(7))).hasValue(7);
    assertThat(of(100, 100).usual(OptionalLong.empty())).hasValue(400_000);
    assertThat(of(9, 10).measured(OptionalLong.of(0)).get(HOUSES))
        .isEqualTo(new Measured(10, 1_090, 1_000_000));
    assertThat(of(9, 10).measured(OptionalLong.of(0)).get(CONDOS))
        .isEqualTo(new Measured(10, 1_100, 1_102_777));
    assertThat(of(500, 500).measured(OptionalLong.empty()).get(CONDOS))
        .isEqualTo(new Measured(10, 6_000, 1_100_000));
  }

  private static Measurement of(long houses, long condos) {
    return new Measurement(
        Map.of(HOUSES, BUSY, CONDOS, QUIET), Map.of(HOUSES, houses, CONDOS, condos));
  }
}
