package com.aiqleads.local.sandbox;

/// What is wrong with a listing, and with how many of a thousand.
enum Flaw {
  NO_ADDRESS(15),
  FICTIONAL_PHONE(20),
  BROKEN_EMAIL(20),
  NO_CONTACT(15),
  NO_PRICE(15),
  LISTED_BY_BROKER(30),
  EXPIRED(15),
  MALFORMED(10),
  NONE(860);

  final int perThousand;

  Flaw(int perThousand) {
    this.perThousand = perThousand;
  }

  /// The flaw of a draw from 0 to 999.
  static Flaw drawn(int draw) {
    int bound = 0;
    for (Flaw flaw : values()) {
      bound += flaw.perThousand;
      if (draw < bound) {
        return flaw;
      }
    }
    return NONE;
  }
}
