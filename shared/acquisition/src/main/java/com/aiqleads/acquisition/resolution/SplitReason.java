package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.ListedReason;

/// Why a lead that was taken apart is over.
public enum SplitReason implements ListedReason {
  NOTHING_LEFT("What is on sale of it turned out to be another home.");

  private final String text;

  SplitReason(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
