package com.aiqleads.marketplace;

/// How often a lead may be sold, and how often it still can.
public record Slots(int total, int free) {

  public Slots {
    if (free < 0 || free > total) {
      throw new IllegalArgumentException(free + " of " + total + " slots cannot be free");
    }
  }
}
