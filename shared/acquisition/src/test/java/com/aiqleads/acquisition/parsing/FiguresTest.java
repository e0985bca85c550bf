package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @Property
  void readsEveryPriceAsItIsWritten(
      @ForAll @LongRange(min = 1_000, max = 99_999_999) long dollars) {
    String written = NumberFormat.getIntegerInstance(Locale.US).format(dollars);

    assertThat(Figures.usd("$" + written)).isEqualTo(Money.usd(dollars * 100));
    assertThat(Figures.usd("Asking " + dollars + " or best offer"))
        .isEqualTo(Money.usd(dollars * 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "$649,900        | 64990000",
        "$1,250,000.50   | 125000050",
        "US$ 450000      | 45000000",
        "$0              | -",
        "Was $425,000 Now $399,000 | 39900000",
        "$399,000 (was $425,000) | 39900000",
        "Price reduced from $425,000 to $399,000 | 39900000",
        "Formerly: US$ 425,000 | -",
        "The view that was sold for years $425,000 | 42500000",
        "$425,000+       | -",
        "$400,000 - $425,000 | -",
        "$400,000 to 425,000 | -",
        "$425,000 - 3 bedrooms, 4-5 cars | 42500000",
        "$425,000 - 1,500 sqft | 42500000",
        "call me         | -",
        "$000,000        | -",
        "$99,999,999,999 | 9999999999900",
        "$999,999,999,999 | -",
        "$1,111,111,111,111,111,111,111 | -",
        "''              | -"
      })
  void readsPrices(String text, @Nullable Long cents) {
    assertThat(Figures.usd(text)).isEqualTo(cents == null ? null : Money.usd(cents));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2 | 2",
        "2.5 | 2.5",
        "2 Full, 1 Half | 2.5",
        "3 full / 2 partial | 4.0",
        "2F/1H | 2.5",
        "2 1/2 | 2.50",
        "2-1/2 | 2.50",
        "2½ | 2.50",
        "1 3/4 baths | 1.75",
        "2/1 | -",
        "2-3 | -",
        "2+ | -",
        "0 | -",
        "many | -",
        "51 | -"
      })
  void readsBathrooms(String text, @Nullable BigDecimal bathrooms) {
    assertThat(Figures.bathrooms(text)).isEqualTo(bathrooms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0.25 Acres | 10890",
        "10,890 sq ft | 10890",
        ".25 acres | 10890",
        "1/4 Acre | 10890",
        "2 1/2 acres | 108900",
        "¾ ac | 32670",
        "1.5 ac | 65340",
        "50 x 100 ft | -",
        "50' x 100' sq ft | -",
        "75x120 sq ft | -",
        "10890 SF | 10890",
        "0.25 - 0.5 acres | -",
        "0.25-.5 acres | -",
        "1/4 to 1/2 acre | -",
        "1/4 – 1/2 acre | -",
        "5,000 to 6,000 sq ft | -",
        "5+ acres | -",
        "2 | -",
        "'' | -",
        "irregular | -",
        "49 sqft | -",
        "50 sqft | 50"
      })
  void readsLotSizesWithTheirUnitOnly(String text, @Nullable Integer squareFeet) {
    assertThat(Figures.lotSize(text)).isEqualTo(squareFeet);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"1599,-", "1600,1600", "2029,2029", "2030,-", "new,-"})
  void readsYearsThatCanBe(String text, @Nullable Integer year) {
    assertThat(Figures.yearBuilt(text, Pages.FETCHED_AT)).isEqualTo(year);
  }

  @Test
  void readsRoomsAndAreas() {
    assertThat(Figures.bedrooms("3 bedrooms")).isEqualTo(3);
    assertThat(Figures.bedrooms("50")).isEqualTo(50);
    assertThat(Figures.bedrooms("51")).isNull();
    assertThat(Figures.bedrooms("3-4 bedrooms")).isNull();
    assertThat(Figures.bedrooms("3 beds - 1,500 sqft")).isEqualTo(3);
    assertThat(Figures.bedrooms(null)).isNull();
    assertThat(Figures.area("1,742")).isEqualTo(1742);
  }

  @Test
  void readsNoNumberOutOfARowOfDigitsWithoutEnd() {
    String digits = "1".repeat(100_000);

    assertThat(Figures.bathrooms(digits)).isNull();
    assertThat(Figures.bathrooms(digits + " full, 1 half")).isNull();
    assertThat(Figures.lotSize(digits + " acres")).isNull();
    assertThat(Figures.lotSize("0." + digits + " acres")).isNull();
    assertThat(Figures.usd("$" + digits)).isNull();
  }

  @Test
  void neverCutsACharacterInTwo() {
    assertThat(Figures.shortened("house", 5)).isEqualTo("house");
    assertThat(Figures.shortened("houses", 5)).isEqualTo("house");
    assertThat(Figures.shortened("a\uD83C\uDFE0b", 2)).isEqualTo("a");
  }
}
