package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CityNameTest {

  @Test
  void writesCitiesAsPeopleDo() {
    assertThat(CityName.of("CORAL GABLES")).isEqualTo("Coral Gables");
    assertThat(CityName.of("WINSTON-SALEM")).isEqualTo("Winston-Salem");
    assertThat(CityName.of("ST. LOUIS")).isEqualTo("St. Louis");
  }

  @Test
  void keepsWhatIsWrittenAlready() {
    assertThat(CityName.of("DeLand")).isEqualTo("DeLand");
    assertThat(CityName.of("")).isEmpty();
  }
}
