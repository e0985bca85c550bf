package com.aiqleads.acquisition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.contact.MailDomains.Answer;
import com.aiqleads.kernel.GeoPoint;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachedTest {

  private static final Geocode FOUND =
      new Geocode.Found(new Location(new GeoPoint(25.7539, -80.2253), Accuracy.STREET));
  private static final Address HOME = new Address("1 A ST", null, "MIAMI", "FL", "33145");

  private final InMemoryValidationCache cache = new InMemoryValidationCache();
  private final AtomicInteger asked = new AtomicInteger();

  @ParameterizedTest
  @MethodSource("lasting")
  void asksOnceForWhatIsKnown(Geocode answer) {
    Geocoder geocoder = geocoder(answer);

    assertThat(geocoder.locate(HOME)).isEqualTo(answer);
    assertThat(geocoder.locate(HOME)).isEqualTo(answer);
    assertThat(asked).hasValue(1);
  }

  static Stream<Geocode> lasting() {
    return Stream.of(FOUND, Geocode.NOT_FOUND, Geocode.AMBIGUOUS);
  }

  @Test
  void asksAgainForWhatWasNotAnswered() {
    Geocoder geocoder = geocoder(new Geocode.Unanswered("status 503"));

    geocoder.locate(HOME);
    geocoder.locate(HOME);

    assertThat(asked).hasValue(2);
    assertThat(cache.answers).isEmpty();
  }

  @Test
  void asksOnceForAllHomesOfABuilding() {
    Geocoder geocoder = geocoder(FOUND);

    geocoder.locate(new Address("1 A ST", "APT 4", "MIAMI", "FL", "33145"));
    geocoder.locate(new Address("1 A ST", "APT 5", "MIAMI", "FL", "33145"));
    geocoder.locate(new Address("2 A ST", "APT 5", "MIAMI", "FL", "33145"));
    geocoder.locate(new Address("1 A ST", "APT 5", "MIAMI", "FL", "33146"));

    assertThat(asked).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "25.7 -80.2", "25.7 -80.2 attic", "x y street", "99 -80.2 street"})
  void asksForWhatItCannotReadAnyMore(String kept) {
    Geocoder geocoder = geocoder(FOUND);
    geocoder.locate(HOME);
    cache.answers.replaceAll((_, _) -> kept);

    assertThat(geocoder.locate(HOME)).isEqualTo(FOUND);
    assertThat(asked).hasValue(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Answer.class,
      names = {"TAKES_MAIL", "TAKES_NONE"})
  void asksOnceForADomain(Answer answer) {
    MailDomains domains = domains(answer);

    assertThat(domains.ask("letterbox.example")).isEqualTo(answer);
    assertThat(domains.ask("letterbox.example")).isEqualTo(answer);
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksAgainForADomainThatDidNotAnswer() {
    MailDomains domains = domains(Answer.UNKNOWN);

    domains.ask("letterbox.example");
    domains.ask("letterbox.example");

    assertThat(asked).hasValue(2);
  }

  private Geocoder geocoder(Geocode answer) {
    return new CachedGeocoder(
        _ -> {
          asked.incrementAndGet();
          return answer;
        },
        cache);
  }

  private MailDomains domains(Answer answer) {
    return new CachedMailDomains(
        _ -> {
          asked.incrementAndGet();
          return answer;
        },
        cache);
  }
}
