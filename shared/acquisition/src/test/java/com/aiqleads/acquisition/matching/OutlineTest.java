package com.aiqleads.acquisition.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Location;
import com.aiqleads.kernel.Phone;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Figures only say quickly what the texts would say.
class OutlineTest {

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(5).ofMaxLength(12);
  }

  @Property(tries = 200)
  void deniesNoNameThatIsASlipAway(
      @ForAll("names") String name,
      @ForAll @IntRange(max = 11) int at,
      @ForAll @IntRange(max = 25) int letter,
      @ForAll @IntRange(max = 3) int kind) {
    int place = at % (name.length() - 1);
    String slipped = slipped(name, place, String.valueOf((char) ('A' + letter)), kind);

    assertThat(levelOf("12 " + name + " ST", "12 " + slipped + " ST"))
        .isEqualTo(
            name.equals(slipped) ? Evidence.SAME_STREET.bit() : Evidence.MISSPELT_STREET.bit());
  }

  private static String slipped(String name, int at, String letter, int kind) {
    String head = name.substring(0, at);
    return switch (kind) {
      case 0 -> head + letter + name.substring(at);
      case 1 -> head + name.substring(at + 1);
      case 2 -> head + letter + name.substring(at + 1);
      default -> head + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }

  @Property(tries = 200)
  void deniesNoNumberWithTwoFiguresSwapped(
      @ForAll @IntRange(min = 100, max = 99_999) int number, @ForAll @IntRange(max = 3) int at) {
    StringBuilder figures = new StringBuilder().append(number);
    int place = at % (figures.length() - 1);
    char first = figures.charAt(place);
    figures.setCharAt(place, figures.charAt(place + 1));
    figures.setCharAt(place + 1, first);

    assertThat(levelOf(number + " OAK ST", figures + " OAK ST"))
        .isEqualTo(
            figures.toString().equals(String.valueOf(number))
                ? Evidence.SAME_STREET.bit()
                : Evidence.SLIPPED_NUMBER.bit());
  }

  /// Of 200 numbers some stand at one of the 64 places.
  @Property(tries = 50)
  void numbersAtOnePlaceAreStillTwo(@ForAll @IntRange(max = 199) int one) {
    Phone here = phone(one);
    IntStream.range(0, 200)
        .forEach(
            other ->
                assertThat(fit(List.of(here), List.of(phone(other))).holds(Evidence.SAME_PHONE))
                    .isEqualTo(one == other));
    assertThat(fit(List.of(here), List.of(phone(300), here)).holds(Evidence.SAME_PHONE)).isTrue();
  }

  private static Phone phone(int number) {
    return new Phone("+130595823%02d".formatted(number % 100) + (number / 100));
  }

  private static Fit fit(List<Phone> one, List<Phone> other) {
    return MatchModel.shipped()
        .fit(traits("12 OAK ST", one), traits("12 OAK ST", other), Commonness.RARE);
  }

  private static long levelOf(String one, String other) {
    long streets = Evidence.SAME_UNIT.bit() - 1;
    return Comparison.levels(traits(one, List.of()), traits(other, List.of())) & streets;
  }

  private static Traits traits(String street, List<Phone> phones) {
    return Traits.of(
        LeadFixtures.aListing(),
        new Address(street, null, "MIAMI", "FL", "33145"),
        new Location(LeadFixtures.aLocation().point(), Accuracy.ROOFTOP),
        new Contact(null, phones, List.of(), List.of()));
  }
}
