package com.aiqleads.acquisition.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.kernel.GeoPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetMatchTest {

  private static final Address ASKED =
      new Address("1468 SW 22ND TER", "APT 4", "MIAMI", "FL", "33145");
  private static final GeoPoint PLACE = new GeoPoint(25.7539, -80.2253);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1468 SW 22ND TER, MIAMI, FL, 33145        | true  | street",
        "1468 SW 22ND TER, MIAMI, FL, 33145        | false | street",
        "1468 SW 22ND TER, MIAMI, FL, 33135        | true  | street",
        "1468 SW 22ND TER, CORAL GABLES, FL, 33145 | true  | street",
        "1468 SW 22ND ST, MIAMI, FL, 33145         | true  | street",
        "1468 SW 22ND ST, MIAMI, FL, 33145         | false | zip",
        "1468 22ND TER, MIAMI, FL, 33145           | false | zip",
        "1468 SW 22ND TER, NAPLES, FL, 34102       | true  | -",
        "1470 SW 22ND TER, MIAMI, FL, 33145        | true  | -",
        "1468 SW 23RD TER, MIAMI, FL, 33145        | false | -",
        "1468 SW 22ND TER, MIAMI, OH, 33145        | true  | -",
        "MIAMI, FL, 33145                          | true  | -"
      })
  void believesAMatchAsFarAsItIsTheHouseThatWasAskedFor(
      String matched, boolean exact, String accuracy) {
    Geocode judged = StreetMatch.judged(ASKED, matched, PLACE, exact);

    assertThat(judged instanceof Geocode.Found found ? found.location().accuracy().id() : "-")
        .isEqualTo(accuracy);
  }
}
