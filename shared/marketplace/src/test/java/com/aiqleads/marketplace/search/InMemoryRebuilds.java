package com.aiqleads.marketplace.search;

public final class InMemoryRebuilds implements Rebuilds {
  private boolean inProgress;

  @Override
  public boolean begin() {
    boolean mine = !inProgress;
    inProgress = true;
    return mine;
  }

  @Override
  public void end() {
    inProgress = false;
  }

  @Override
  public boolean inProgress() {
    return inProgress;
  }
}
