package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of departures must hold.
public abstract class DeparturesContract {

  private static final Instant END = NOON.plus(Departures.LIFETIME);

  private final RandomSecret state = RandomSecret.next();
  private final RandomSecret browser = RandomSecret.next();
  private final Departure departure = Departure.to(new ProviderId("acme"), browser, NOON);

  protected abstract Departures departures();

  @Test
  void bringsBackWhoLeftOnce() {
    departures().add(state, departure);

    assertThat(departures().arrive(state, browser, NOON)).contains(departure);
    assertThat(departures().arrive(state, browser, NOON)).isEmpty();
  }

  @Test
  void givesNothingToAnotherBrowserAndSpoilsNothing() {
    departures().add(state, departure);

    assertThat(departures().arrive(state, RandomSecret.next(), NOON)).isEmpty();

    assertThat(departures().arrive(state, browser, NOON)).contains(departure);
  }

  @Test
  void knowsNoStateThatItDidNotGive() {
    departures().add(state, departure);

    assertThat(departures().arrive(RandomSecret.next(), browser, NOON)).isEmpty();
    assertThat(departures().arrive(browser, state, NOON)).isEmpty();
  }

  @Test
  void isGoodForTenMinutes() {
    RandomSecret early = RandomSecret.next();
    RandomSecret late = RandomSecret.next();
    departures().add(early, departure);
    departures().add(state, departure);
    departures().add(late, departure);

    assertThat(departures().arrive(early, browser, END.minusMillis(1))).contains(departure);
    assertThat(departures().arrive(state, browser, END)).isEmpty();
    assertThat(departures().arrive(late, browser, END.plusMillis(1))).isEmpty();
  }

  @Test
  void makesSecretsOfItsOwnForEachJourney() {
    Departure other = Departure.to(departure.provider(), browser, NOON);

    assertThat(other.nonce()).isNotEqualTo(departure.nonce());
    assertThat(other.verifier()).isNotEqualTo(departure.verifier());
    assertThat(departure).hasToString("Departure[acme]");
  }
}
