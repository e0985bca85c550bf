package com.aiqleads.acquisition.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.contact.MailDomains.Answer;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookupsTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Location STREET =
      new Location(new GeoPoint(25.7539, -80.2253), Accuracy.STREET);
  private static final Location ZIP = new Location(new GeoPoint(25.75, -80.23), Accuracy.ZIP);
  private static final Geocoder CENSUS = _ -> new Geocode.Found(STREET);
  private static final Geocoder SHIPPED = _ -> new Geocode.Found(ZIP);
  private static final RawContact DANA =
      new RawContact("Dana", List.of(), List.of("dana@letterbox.example"));

  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void release() {
    released.countDown();
  }

  @Test
  void believesTheNetworkBeforeWhatIsShipped() {
    assertThat(place(lookups(CENSUS, MailDomains.UNASKED, LONG))).contains(STREET);
  }

  @ParameterizedTest
  @MethodSource("silent")
  void takesWhatIsShippedIfTheNetworkKnowsNoPlace(Geocoder silent) {
    assertThat(place(lookups(silent, MailDomains.UNASKED, LONG))).contains(ZIP);
  }

  static Stream<Geocoder> silent() {
    return Stream.of(
        _ -> Geocode.NOT_FOUND,
        _ -> Geocode.AMBIGUOUS,
        _ -> new Geocode.Unanswered("status 503"),
        _ -> {
          throw new IllegalStateException("no geocoder");
        });
  }

  @Test
  void waitsForNoServiceLongerThanItsTime() {
    Lookups slow =
        lookups(
            _ -> {
              hang();
              return Geocode.NOT_FOUND;
            },
            _ -> {
              hang();
              return Answer.TAKES_NONE;
            },
            SHORT);

    Lookups.Running running = slow.begin();
    Supplier<Contact> contact = running.contact(DANA, null);
    Supplier<Optional<Location>> place = running.place(LeadFixtures.anAddress());

    assertThat(place.get()).contains(ZIP);
    assertThat(contact.get().emails()).containsExactly(new Email("dana@letterbox.example"));
  }

  @Test
  void believesAContactWhoseCheckFailed() {
    Lookups failing =
        lookups(
            CENSUS,
            _ -> {
              throw new IllegalStateException("no name server");
            },
            LONG);

    assertThat(failing.begin().contact(DANA, null).get().emails()).hasSize(1);
  }

  /// Each waits for the other: one after another, both would wait in vain.
  @Test
  void asksForContactAndPlaceSideBySide() {
    CyclicBarrier both = new CyclicBarrier(2);
    Lookups lookups =
        lookups(
            _ -> {
              meet(both);
              return new Geocode.Found(STREET);
            },
            _ -> {
              meet(both);
              return Answer.TAKES_NONE;
            },
            LONG);

    Lookups.Running running = lookups.begin();
    Supplier<Contact> contact = running.contact(DANA, null);

    assertThat(running.place(LeadFixtures.anAddress()).get()).contains(STREET);
    assertThat(contact.get().emails()).isEmpty();
  }

  @Test
  void anInterruptedValidationThrows() {
    Lookups slow =
        lookups(
            CENSUS,
            _ -> {
              hang();
              return Answer.TAKES_NONE;
            },
            LONG);
    Supplier<Contact> contact = slow.begin().contact(DANA, null);
    Thread.currentThread().interrupt();

    assertThatThrownBy(contact::get).isInstanceOf(IllegalStateException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Optional<Location> place(Lookups lookups) {
    return lookups.begin().place(LeadFixtures.anAddress()).get();
  }

  private static Lookups lookups(Geocoder geocoder, MailDomains domains, Duration patience) {
    return LookupsFixtures.of(geocoder, SHIPPED, domains, patience);
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(30, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new IllegalStateException(alone);
    }
  }

  private void hang() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
