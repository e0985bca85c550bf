package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CITY | St. Petersburg FL | St. Petersburg, FL",
        "CITY | Nowhere | Nowhere",
        "TYPE | multi_family | Multi family",
        "BEDS | 4 | 4",
        "BEDS | 5 | 5 or more",
        "BEDS | unknown | Unknown",
        "PRICE_BAND | from-10-to-20 | $10 to $20",
        "PRICE_BAND | nonsense | nonsense",
        "QUALITY_BAND | good | Good",
        "SOURCE | fsbo | fsbo"
      })
  void valuesReadAsPeopleReadThem(Facet facet, String value, String label) {
    assertThat(facet.label(value)).isEqualTo(label);
  }

  @Test
  void aValueMayBeEmpty() {
    assertThat(Facet.TYPE.label("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, UNDER_10", "999, UNDER_10", "1000, FROM_10_TO_20", "1999, FROM_10_TO_20",
    "2000, FROM_20_TO_40", "3999, FROM_20_TO_40", "4000, FROM_40", "9999999, FROM_40"
  })
  void aPriceBandStopsShortOfTheNext(long cents, PriceBand band) {
    assertThat(PriceBand.of(Money.usd(cents))).isEqualTo(band);
  }

  @Test
  void aCityIsToldApartByItsState() {
    assertThat(Facet.cityValue("Portland", "ME")).isEqualTo("Portland ME");
    assertThat(Facet.cityValue("Winston, Salem", "NC")).isEqualTo("Winston Salem NC");
  }
}
