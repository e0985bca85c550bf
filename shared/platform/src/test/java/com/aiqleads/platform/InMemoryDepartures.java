package com.aiqleads.platform;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryDepartures implements Departures {

  private final Map<String, Departure> departures = new HashMap<>();

  @Override
  public synchronized void add(RandomSecret state, Departure departure) {
    departures.put(state.fingerprint(), departure);
  }

  @Override
  public synchronized Optional<Departure> arrive(
      RandomSecret state, RandomSecret browser, Instant now) {
    Optional<Departure> found =
        Optional.ofNullable(departures.get(state.fingerprint()))
            .filter(departure -> departure.browser().equals(browser.fingerprint()));
    found.ifPresent(_ -> departures.remove(state.fingerprint()));
    return found.filter(departure -> now.isBefore(departure.at().plus(LIFETIME)));
  }
}
