package com.aiqleads.acquisition.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.address.AddressReading.Fault;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.AddressReading.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @Test
  void normalisesAllOfIt() {
    assertThat(normalise("1468 sw 22nd terrace #4", " Miami ", "Florida", "33145-1234"))
        .isEqualTo(new Normalised(new Address("1468 SW 22ND TER", "# 4", "MIAMI", "FL", "33145")));
  }

  @Test
  void dropsTheCityThatSomeSitesRepeat() {
    assertThat(normalise("12 Any St, Miami, FL 33145", "Miami", "fl", "33145"))
        .isEqualTo(new Normalised(new Address("12 ANY ST", null, "MIAMI", "FL", "33145")));
  }

  @Test
  void writesCitiesInPlainLetters() {
    assertThat(normalise("12 Any St", "Cañon  City'", "CO", "81212"))
        .isEqualTo(new Normalised(new Address("12 ANY ST", null, "CANON CITY", "CO", "81212")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "NO_ADDRESS      | -           | Miami | FL | 33145",
        "NO_ADDRESS      | ' '         | Miami | FL | 33145",
        "NO_HOUSE_NUMBER | Main Street | Miami | FL | 33145",
        "POST_BOX        | PO Box 28   | Miami | FL | 33145",
        "NO_ZIP          | 12 Any St   | Miami | FL | -",
        "NO_ZIP          | 12 Any St   | Miami | FL | 3314",
        "NO_STATE        | 12 Any St   | Miami | ZZ | 33145",
        "NO_STATE        | 12 Any St   | Miami | -  | 33145",
        "NO_CITY         | 12 Any St   | -     | FL | 33145"
      })
  void namesTheFault(
      Fault fault,
      @Nullable String street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String zip) {
    assertThat(normalise(street, city, state, zip)).isEqualTo(new Unreadable(fault));
    assertThat(fault.code()).isLowerCase();
    assertThat(fault.text()).endsWith(".");
  }

  @Test
  void hidesStreetAndUnitInItsTextForm() {
    assertThat(new Address("12 ANY ST", "APT 4", "MIAMI", "FL", "33145"))
        .hasToString("***, MIAMI, FL 33145");
  }

  private static AddressReading normalise(
      @Nullable String street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String zip) {
    return Addresses.normalise(new RawAddress(street, city, state, zip));
  }
}
