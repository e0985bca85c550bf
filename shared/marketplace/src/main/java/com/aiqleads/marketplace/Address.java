package com.aiqleads.marketplace;

import org.jspecify.annotations.Nullable;

/// A normalised US address. Personal: its text form hides street and unit.
public record Address(String street, @Nullable String unit, String city, String state, String zip) {

  @Override
  public String toString() {
    return "***, " + city + ", " + state + " " + zip;
  }
}
