package com.aiqleads.acquisition.fetching;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Page states that end with the process.
public final class InMemoryPageStates implements PageStates {

  private final Map<String, PageState> states = new LinkedHashMap<>();

  @Override
  public synchronized List<PageState> of(Target target) {
    return states.values().stream().filter(state -> state.target().equals(target)).toList();
  }

  @Override
  public synchronized void save(Collection<PageState> saved) {
    saved.forEach(state -> states.put(state.target().text() + " " + state.address(), state));
  }

  @Override
  public synchronized void forget(Collection<PageState> forgotten) {
    forgotten.forEach(state -> states.remove(state.target().text() + " " + state.address()));
  }

  public synchronized List<PageState> all() {
    return List.copyOf(states.values());
  }
}
