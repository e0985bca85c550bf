package com.aiqleads.acquisition;

import org.jspecify.annotations.Nullable;

/// A normalised US address in the manner of Publication 28. Personal: its text form hides street
/// and unit.
public record Address(String street, @Nullable String unit, String city, String state, String zip) {

  @Override
  public String toString() {
    return "***, " + city + ", " + state + " " + zip;
  }
}
