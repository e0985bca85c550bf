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
      value = {
        "12 Any Terr #4Miami, FL 33137        | 12 ANY TER | # 4 | MIAMI",
        "12 Any Terr # 4 Miami FL 331371234   | 12 ANY TER | # 4 | MIAMI",
        "12 Any Terr, Apt 4, Key West FL 33040 | 12 ANY TER | APT 4 | KEY WEST",
        "12 McDonald Ave #4 Doral FL 33178    | 12 MCDONALD AVE | # 4 | DORAL",
        "12 Oak Park #4 Doral FL 33178        | 12 OAK PARK | # 4 | DORAL",
        "12 Any Terr # 4 St Cloud FL 34769    | 12 ANY TER | # 4 | SAINT CLOUD",
        "12 Any St Apt 4 St Cloud FL 34769    | 12 ANY ST | APT 4 | SAINT CLOUD",
        "12 Any St Rear North Miami FL 33161  | 12 ANY ST | REAR | NORTH MIAMI"
      })
  void takesAWholeLineApart(String line, String street, String unit, String city) {
    assertThat(Addresses.normalise(line))
        .isInstanceOfSatisfying(
            Normalised.class,
            read -> {
              assertThat(read.address().street()).isEqualTo(street);
              assertThat(read.address().unit()).isEqualTo(unit);
              assertThat(read.address().city()).isEqualTo(city);
              assertThat(read.address().state()).isEqualTo("FL");
            });
  }

  @Test
  void readsAWholeLineThatStandsInThePlaceOfTheStreet() {
    assertThat(normalise("12 Any St, Miami, FL 33145", null, null, null))
        .isEqualTo(new Normalised(new Address("12 ANY ST", null, "MIAMI", "FL", "33145")));
    assertThat(normalise("12 Any St", null, null, null)).isEqualTo(new Unreadable(Fault.NO_ZIP));
  }

  @Test
  void readsNoEndlessLine() {
    String before = "12 Main St Apt " + "4".repeat(100) + "  Miami, FL 33145";

    assertThat(Addresses.normalise(" ".repeat(300 - before.length()) + before))
        .isInstanceOf(Normalised.class);
    assertThat(Addresses.normalise(" ".repeat(301 - before.length()) + before))
        .isEqualTo(new Unreadable(Fault.NO_ADDRESS));
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
        "INTERSECTION    | Elm & 5 St  | Miami | FL | 33145",
        "NO_ADDRESS      | 2 car lot   | Miami | FL | 33145",
        "NO_HOUSE_NUMBER | Mile 7      | Miami | FL | 33145",
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
