package com.aiqleads.acquisition.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StreetPropertiesTest {

  @Property
  void normalisingTwiceIsNormalisingOnce(@ForAll("addresses") String line) {
    Optional<Street> once = Street.parse(line);

    assertThat(once).isPresent();
    assertThat(once.flatMap(street -> Street.parse(written(street)))).isEqualTo(once);
  }

  @Property
  void caseSpacesAndDotsDoNotMatter(@ForAll("addresses") String line) {
    String other = line.toLowerCase(Locale.ROOT).replace(" ", "  ") + ".";

    assertThat(Street.parse(other)).isEqualTo(Street.parse(line));
  }

  @Property
  void noTextBreaksIt(@ForAll String line) {
    Street.parse(line).ifPresent(street -> assertThat(street.text()).isNotBlank());
  }

  @Property
  void spellingsOfOneStreetAreOne(
      @ForAll("names") String name, @ForAll("spelledUnits") String unit) {
    assertThat(Street.parse("12 Southwest " + name + " Street, " + unit).map(Street::text))
        .isEqualTo(Street.parse("12 S.W. " + name + " St. " + unit).map(Street::text))
        .isEqualTo(Optional.of("12 SW " + name.toUpperCase(Locale.ROOT) + " ST"));
  }

  private static String written(Street street) {
    return street.unit() == null ? street.text() : street.text() + " " + street.unit();
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> numbers =
        Arbitraries.of("1", "12", "12A", "112-10", "123 1/2", "N6W23001", "18900");
    Arbitrary<String> directions = Arbitraries.of("", "N", "Southwest", "S.E.", "North");
    Arbitrary<String> suffixes =
        Arbitraries.of("St", "Street", "Avenue", "Blvd.", "Terr", "Way", "Park", "");
    Arbitrary<String> after = Arbitraries.of("", "N", "SW", "West");
    return Combinators.combine(numbers, directions, names(), suffixes, after, spelledUnits())
        .as(
            (number, front, name, suffix, back, unit) ->
                String.join(" ", number, front, name, suffix, back, unit)
                    .replaceAll(" +", " ")
                    .strip());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "Main",
        "Oak",
        "Valley View",
        "5th",
        "22nd",
        "Lake Shore",
        "Quail Run",
        "St Clair",
        "Mc Donald",
        "Martin Luther King Jr",
        "Saguaro");
  }

  @Provide
  Arbitrary<String> spelledUnits() {
    return Arbitraries.of(
        "", "#4", "# 72", "Apt 4", "Apartment 4B", "UNIT 1616", "Bldg 2 Apt 4", "Ste. 300", "PH 3");
  }
}
