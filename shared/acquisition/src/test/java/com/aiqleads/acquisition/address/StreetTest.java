package com.aiqleads.acquisition.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of Publication 28, by example.
class StreetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Suffixes; of two, the last is abbreviated.
        "12 Any Terr                        | 12 ANY TER                 | -",
        "12 any terrace                     | 12 ANY TER                 | -",
        "12 Any Tr.                         | 12 ANY TR                  | -",
        "789 Main Avenue Drive              | 789 MAIN AVENUE DR         | -",
        "12 Park Place                      | 12 PARK PL                 | -",
        "12 Broadway                        | 12 BROADWAY                | -",
        "12 Mount Park Hollywood            | 12 MT PARK HOLLYWOOD       | -",
        "12 Avenue A                        | 12 AVENUE A                | -",
        // Directionals, unless they are the name.
        "1468 Southwest 22nd Terrace        | 1468 SW 22ND TER           | -",
        "1468 S.W. 22nd Ter.                | 1468 SW 22ND TER           | -",
        "1468 South West 22nd Ter           | 1468 SW 22ND TER           | -",
        "12 North Avenue                    | 12 NORTH AVE               | -",
        "12 N West St                       | 12 N WEST ST               | -",
        "12 North Bay West Drive            | 12 N BAY WEST DR           | -",
        "12 Main Street North               | 12 MAIN ST N               | -",
        "12 Main Street North Apt 4         | 12 MAIN ST N               | APT 4",
        "12 E Street                        | 12 E ST                    | -",
        "12 North                           | 12 NORTH                   | -",
        // Numbers.
        "112-10 Bronx Road                  | 112-10 BRONX RD            | -",
        "123 1/2 Main St                    | 123 1/2 MAIN ST            | -",
        "842 E 1700 S                       | 842 E 1700 S               | -",
        "N6W23001 Bluemound Road            | N6W23001 BLUEMOUND RD      | -",
        "12 39.2 Road                       | 12 39.2 RD                 | -",
        "12A Main St                        | 12A MAIN ST                | -",
        "12 5 St                            | 12 5TH ST                  | -",
        "12 5th Street                      | 12 5TH ST                  | -",
        "12 Fifth St                        | 12 5TH ST                  | -",
        "12 21 St                           | 12 21ST ST                 | -",
        "12 11 St                           | 12 11TH ST                 | -",
        "12 102 Ave                         | 12 102ND AVE               | -",
        "12 33 Ave                          | 12 33RD AVE                | -",
        // Units.
        "12 Any Terr #4                     | 12 ANY TER                 | # 4",
        "12 Any Terr, Apartment 4           | 12 ANY TER                 | APT 4",
        "12 Any Terr Apt. #4                | 12 ANY TER                 | APT 4",
        "12 Any Terr # APT 4                | 12 ANY TER                 | APT 4",
        "12 Any Terr 4B                     | 12 ANY TER                 | # 4B",
        "12 Any Terr Bldg 2 Apt 4           | 12 ANY TER                 | BLDG 2 APT 4",
        "12 Any Terr Penthouse 3            | 12 ANY TER                 | PH 3",
        "12 Any Terr Rear                   | 12 ANY TER                 | REAR",
        "12 Any Terr Unit                   | 12 ANY TER                 | -",
        "Apt 4 12 Main St                   | 12 MAIN ST                 | APT 4",
        "#4, 12 Main St                     | 12 MAIN ST                 | # 4",
        "12 Broadway Suite 300              | 12 BROADWAY                | STE 300",
        "12 Front St                        | 12 FRONT ST                | -",
        "12 Lower Main St                   | 12 LOWER MAIN ST           | -",
        "12 Lake Front                      | 12 LAKE FRONT              | -",
        "12 Lake View Dr Unit 2             | 12 LAKE VIEW DR            | UNIT 2",
        // Roads with numbers.
        "12 County Rd 20                    | 12 COUNTY ROAD 20          | -",
        "12 CR 20                           | 12 COUNTY ROAD 20          | -",
        "12 US Hwy 1 Lot 7                  | 12 US HIGHWAY 1            | LOT 7",
        "12 I-10                            | 12 INTERSTATE 10           | -",
        "12 Highway 11 N                    | 12 HIGHWAY 11 N            | -",
        // Marks and letters.
        "12  O'Brien   St.                  | 12 OBRIEN ST               | -",
        "12 Peña Blvd                       | 12 PENA BLVD               | -",
        "12 Saint Johns Ave                 | 12 ST JOHNS AVE            | -",
        "12 St. Johns Ave                   | 12 ST JOHNS AVE            | -",
        "12 Mary-Ann St -                   | 12 MARY-ANN ST             | -"
      })
  void normalises(String line, @Nullable String street, @Nullable String unit) {
    assertThat(Street.parse(line).map(Street::text).orElse(null)).isEqualTo(street);
    assertThat(Street.parse(line).map(Street::unit).orElse(null)).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P.O. Box 28                   | PO BOX 28",
        "Post Office Box 28            | PO BOX 28",
        "PO Box #28                    | PO BOX 28",
        "PO Box 0028                   | PO BOX 0028",
        "General Delivery              | GENERAL DELIVERY",
        "12 Main St PMB 45             | 12 MAIN ST PMB 45",
        "PSC 3 Box 20                  | PSC 3 BOX 20"
      })
  void knowsWhereLettersAreFetched(String line, String text) {
    Street box = Street.parse(line).orElseThrow();

    assertThat(box.text()).isEqualTo(text);
    assertThat(box.isPostBox()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RFD 4 Box 87A          | RR 4 BOX 87A",
        "RD 4 #87A              | RR 4 BOX 87A",
        "Rural Route 4 Box 87-A | RR 4 BOX 87-A",
        "HC 1 Box 9             | HC 1 BOX 9",
        "Star Route 1 Box 9     | HC 1 BOX 9"
      })
  void knowsTheBoxBeforeAHome(String line, String text) {
    Street box = Street.parse(line).orElseThrow();

    assertThat(box.text()).isEqualTo(text);
    assertThat(box.isPostBox()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Main Street",
        "12",
        "12 #4",
        "Undisclosed",
        "5th Ave",
        "??",
        "5 St",
        "0 Main St",
        "#"
      })
  void knowsNoHouseWithoutNumberAndStreet(String line) {
    assertThat(Street.parse(line)).isEmpty();
  }

  @Test
  void refusesEndlessLines() {
    assertThat(Street.parse("12 Main St " + "x".repeat(189))).isPresent();
    assertThat(Street.parse("12 Main St " + "x".repeat(190))).isEmpty();
  }
}
