package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.RawAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FsboAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "12 Any Terr #4Miami, FL 33137        | -           | 12 Any Terr #4     | Miami",
        "12 S.W. Oak St.Coral Gables, FL 33137| Coral Gables| 12 S.W. Oak St.    | Coral Gables",
        "12 SW OAK STMiami, FL 33137          | -           | 12 SW OAK ST       | Miami",
        "12 McKinley StHomestead, FL 33137    | -           | 12 McKinley St     | Homestead",
        "12 Any StreetMiami Beach FL 33137    | miami beach | 12 Any Street      | Miami Beach",
        "12 Oak DrMcAllen, TX 33137           | McAllen     | 12 Oak Dr          | McAllen",
        "12 S.W. Oak St.Miami, FL 33137       | -           | -                  | -",
        "12 any street miami, FL 33137        | -           | -                  | -"
      })
  void partsWhatRunsTogether(
      String text, @Nullable String knownCity, @Nullable String street, @Nullable String city) {
    RawAddress address = FsboAddress.runTogether(text, knownCity);

    assertThat(address.street()).isEqualTo(street);
    assertThat(address.city()).isEqualTo(city);
    assertThat(address.zip()).isEqualTo("33137");
  }

  @Test
  void knowsNothingWithoutStateAndZip() {
    assertThat(FsboAddress.runTogether("12 Any Terr, Miami", "Miami"))
        .isEqualTo(RawAddress.UNKNOWN);
  }

  @Test
  void hidesTheStreetInItsTextForm() {
    assertThat(new RawAddress("12 Any Terr", "Miami", "FL", "33137"))
        .hasToString("***, Miami, FL 33137");
  }
}
