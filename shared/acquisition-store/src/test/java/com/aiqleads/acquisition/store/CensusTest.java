package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.address.FakeCensus;
import com.aiqleads.acquisition.address.FakeCensus.Known;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.GeocodeMany;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One address at a time and many at once say the same.
class CensusTest {

  private static final FakeCensus CENSUS = FakeCensus.start();
  private static final ApplicationContext CONTEXT =
      TestFunction.start(
          "acquisition",
          "validate-lead",
          new FakeQueues(),
          Map.of("aiqleads.geocoder-url", CENSUS.address().toString()));
  private static final Geocoder GEOCODER =
      CONTEXT.getBean(Geocoder.class, Qualifiers.byName(ValidationStore.NETWORK));
  private static final GeocodeMany MANY = CONTEXT.getBean(GeocodeMany.class);
  private static final GeoPoint PLACE = new GeoPoint(25.7539, -80.2253);

  @AfterEach
  void undo() {
    CENSUS.answers(200).says(UnaryOperator.identity());
  }

  @AfterAll
  static void stop() {
    CONTEXT.close();
    CENSUS.close();
  }

  @Test
  void findsAHouseOnItsStreet() {
    Address home = home("1468 SW 22ND TER");
    CENSUS.knows("1468 SW 22ND TER 33145", known("1468 SW 22ND TER, MIAMI, FL, 33145", true));

    assertBoth(home, found(Accuracy.STREET));
  }

  @Test
  void believesTheHouseUnderAnotherZipCode() {
    Address home = home("2 ZIP ST");
    CENSUS.knows("2 ZIP ST 33145", known("2 ZIP ST, MIAMI, FL, 33135", true));

    assertBoth(home, found(Accuracy.STREET));
  }

  @Test
  void knowsOnlyTheZipCodeOfAnInexactMatch() {
    Address home = home("3 NEAR ST");
    CENSUS.knows("3 NEAR ST 33145", known("3 N NEAR ST, MIAMI, FL, 33145", false));

    assertBoth(home, found(Accuracy.ZIP));
  }

  @Test
  void believesNoMatchThatIsAnotherHouse() {
    Address home = home("4 ELSE ST");
    CENSUS.knows("4 ELSE ST 33145", known("6 ELSE ST, MIAMI, FL, 33145", false));

    assertBoth(home, Geocode.NOT_FOUND);
  }

  @Test
  void saysWhatIsNotFound() {
    assertBoth(home("5 NOWHERE ST"), Geocode.NOT_FOUND);
  }

  @Test
  void saysWhatMayBeSeveralPlaces() {
    Address home = home("6 TWIN ST");
    CENSUS.knows(
        "6 TWIN ST 33145",
        known("6 TWIN ST, MIAMI, FL, 33145", true),
        new Known("6 TWIN ST, MIAMI, FL, 33145", 25.9, -80.1, true));

    assertBoth(home, Geocode.AMBIGUOUS);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 429, 500, 502, 503})
  void isUnansweredByOtherStatuses(int status) {
    CENSUS.answers(status);

    assertUnanswered(home("7 DOWN ST"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void isUnansweredByGarbage(UnaryOperator<String> garbage) {
    Address home = home("8 BAD ST");
    CENSUS.knows("8 BAD ST 33145", known("8 BAD ST, MIAMI, FL, 33145", true)).says(garbage);

    assertUnanswered(home);
  }

  static Stream<UnaryOperator<String>> garbage() {
    return Stream.of(
        _ -> "",
        _ -> "<html><body>Service Unavailable</body></html>",
        _ -> "{}",
        _ -> "null",
        _ -> "[]",
        _ -> "\"",
        _ -> "{\"result\":{}}",
        _ -> "\"0\",\"x\",\"Perhaps\"",
        _ -> "\"0\",\"x\",\"Match\",\"Exact\",\"8 BAD ST, MIAMI, FL, 33145\",\"here\",\"1\",\"L\"",
        _ -> "\"0\",\"x\",\"Match\",\"Exact\",\"8 BAD ST, MIAMI, FL, 33145\",\"x,y\",\"1\",\"L\"",
        _ -> "\"0\",\"x\",\"Match\",\"Exact\"",
        text -> text.replace("25.7539", "2575.39"),
        text -> text.substring(0, text.length() / 2),
        text -> text + "x".repeat(20 * 1024 * 1024));
  }

  @Test
  void isUnansweredByNobody() {
    try (ApplicationContext away =
        TestFunction.start(
            "acquisition",
            "validate-lead",
            new FakeQueues(),
            Map.of("aiqleads.geocoder-url", "http://127.0.0.1:1/"))) {
      assertThat(
              away.getBean(Geocoder.class, Qualifiers.byName(ValidationStore.NETWORK))
                  .locate(home("9 ANY ST")))
          .isEqualTo(new Geocode.Unanswered("ConnectException"));
    }
  }

  @Test
  void asksForManyInFilesOfTenThousand() {
    List<Address> homes =
        IntStream.rangeClosed(1, 10_001).mapToObj(number -> home(number + " FAR ST")).toList();
    List<Address> twice = new ArrayList<>(homes);
    twice.add(homes.getFirst());
    CENSUS.knows("10001 FAR ST 33145", known("10001 FAR ST, MIAMI, FL, 33145", true));
    int before = CENSUS.requests();

    Map<Address, Geocode> answers = MANY.locate(twice);

    assertThat(CENSUS.requests() - before).isEqualTo(2);
    assertThat(answers.keySet()).containsExactlyElementsOf(homes);
    assertThat(answers.values().stream().filter(Geocode.Found.class::isInstance)).hasSize(1);
    assertThat(answers.get(homes.getLast())).isEqualTo(found(Accuracy.STREET));
    assertThat(MANY.locate(List.of())).isEmpty();
  }

  @Test
  void tellsManyApartInWhateverOrderTheyComeBack() {
    List<Address> homes =
        IntStream.rangeClosed(1, 50).mapToObj(number -> home(number + " ROW ST")).toList();
    for (int number = 1; number <= 50; number += 2) {
      CENSUS.knows(
          number + " ROW ST 33145",
          new Known(number + " ROW ST, MIAMI, FL, 33145", 25 + number / 100.0, -80, true));
    }

    Map<Address, Geocode> answers = MANY.locate(homes);

    for (int number = 1; number <= 50; number++) {
      Geocode expected =
          number % 2 == 0
              ? Geocode.NOT_FOUND
              : new Geocode.Found(
                  new Location(new GeoPoint(25 + number / 100.0, -80), Accuracy.STREET));
      assertThat(answers.get(homes.get(number - 1))).isEqualTo(expected);
    }
  }

  private static void assertBoth(Address home, Geocode expected) {
    assertThat(GEOCODER.locate(home)).isEqualTo(expected);
    assertThat(MANY.locate(List.of(home))).isEqualTo(Map.of(home, expected));
  }

  private static void assertUnanswered(Address home) {
    assertThat(GEOCODER.locate(home)).isInstanceOf(Geocode.Unanswered.class);
    assertThat(MANY.locate(List.of(home)).get(home)).isInstanceOf(Geocode.Unanswered.class);
  }

  private static Geocode found(Accuracy accuracy) {
    return new Geocode.Found(new Location(PLACE, accuracy));
  }

  private static Known known(String matched, boolean exact) {
    return new Known(matched, PLACE.latitude(), PLACE.longitude(), exact);
  }

  private static Address home(String street) {
    return new Address(street, null, "MIAMI", "FL", "33145");
  }
}
