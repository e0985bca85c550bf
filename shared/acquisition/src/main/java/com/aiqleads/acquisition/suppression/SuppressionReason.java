package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.ListedReason;

/// Why what a site shows is not taken in.
public enum SuppressionReason implements ListedReason {
  SUPPRESSED("Whom it is about asked not to be collected.");

  private final String text;

  SuppressionReason(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
