package com.aiqleads.marketplace.subscriptions;

import java.util.regex.Pattern;

/// What a plan is called, everywhere.
public record PlanName(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z]{1,20}");

  /// What every team has that pays for no other.
  public static final PlanName FREE = new PlanName("free");

  public PlanName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a plan");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
