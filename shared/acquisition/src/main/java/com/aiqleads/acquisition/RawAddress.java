package com.aiqleads.acquisition;

import org.jspecify.annotations.Nullable;

/// An address as a page spells it. Personal: its text form hides the street.
public record RawAddress(
    @Nullable String street, @Nullable String city, @Nullable String state, @Nullable String zip) {

  public static final RawAddress UNKNOWN = new RawAddress(null, null, null, null);

  @Override
  public String toString() {
    return "***, " + city + ", " + state + " " + zip;
  }
}
