package com.aiqleads.local.sandbox;

/// What is behind an advertisement, and with how many of a thousand: frauds, and honest ones that
/// look like frauds. Nobody but the sandbox knows.
enum Trick {
  CLONE(5, true),
  SAME_TEXT(5, true),
  SAME_CONTACT(5, true),
  STOLEN_PHOTOS(4, true),
  ADVANCE_FEE(4, true),
  FAN_OUT(4, true),
  NEEDS_WORK(25, false),
  OWNER_OF_THREE(15, false),
  AGENT(20, false),
  BUILDER(10, false),
  BORROWED_TEXT(6, false),
  NONE(897, false);

  final int perThousand;
  final boolean fraud;

  Trick(int perThousand, boolean fraud) {
    this.perThousand = perThousand;
    this.fraud = fraud;
  }

  static Trick drawn(int draw) {
    int bound = 0;
    for (Trick trick : values()) {
      bound += trick.perThousand;
      if (draw < bound) {
        return trick;
      }
    }
    return NONE;
  }
}
