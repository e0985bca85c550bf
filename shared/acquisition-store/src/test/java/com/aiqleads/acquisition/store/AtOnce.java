package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Departure;

/// Nobody has to wait; and what was told.
final class AtOnce implements Departure {

  volatile boolean hasLeft;

  @Override
  public boolean awaited() {
    return true;
  }

  @Override
  public void left() {
    hasLeft = true;
  }
}
