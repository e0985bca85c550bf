package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Departure;

/// Nobody has to wait; and what was told.
class AtOnce implements Departure {

  private final Runnable pulse;

  volatile boolean hasLeft;

  AtOnce() {
    this(() -> {});
  }

  /// @param pulse run while an answer is awaited
  AtOnce(Runnable pulse) {
    this.pulse = pulse;
  }

  @Override
  public boolean awaited() {
    return true;
  }

  @Override
  public void left() {
    hasLeft = true;
  }

  @Override
  public void underWay() {
    pulse.run();
  }
}
