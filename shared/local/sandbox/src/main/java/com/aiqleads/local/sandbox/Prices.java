package com.aiqleads.local.sandbox;

/// What a home costs today.
final class Prices {

  private static final double REDUCED = 0.95;

  private Prices() {}

  static int of(Home home, boolean reduced) {
    return reduced ? (int) Math.round(home.priceDollars() * REDUCED) : home.priceDollars();
  }
}
