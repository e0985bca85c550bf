package com.aiqleads.acquisition.fetching;

import java.util.HashMap;
import java.util.Map;

/// States of sites that end with the process.
public final class InMemorySiteStates implements SiteStates {

  private final Map<String, SiteState> states = new HashMap<>();

  @Override
  public synchronized <T> T change(String site, Change<T> change) {
    Decided<T> decided = change.of(states.getOrDefault(site, SiteState.UNKNOWN));
    decided.after().ifPresent(after -> states.put(site, after));
    return decided.result();
  }

  public synchronized SiteState of(String site) {
    return states.getOrDefault(site, SiteState.UNKNOWN);
  }
}
