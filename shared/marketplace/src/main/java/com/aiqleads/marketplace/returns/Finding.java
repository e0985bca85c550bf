package com.aiqleads.marketplace.returns;

import com.aiqleads.marketplace.Reason;

/// What a checker has found out.
///
/// @param percent how much of the price the reason is worth, if it is so
record Finding(Verdict verdict, int percent, Reason reason) {

  static final int WHOLE = 100;
  static final int HALF = 50;

  static Finding proven(int percent, String code, String text) {
    return new Finding(Verdict.PROVEN, percent, new Reason(code, text));
  }

  static Finding plausible(int percent, String code, String text) {
    return new Finding(Verdict.PLAUSIBLE, percent, new Reason(code, text));
  }

  static Finding open(String code, String text) {
    return new Finding(Verdict.OPEN, 0, new Reason(code, text));
  }

  static Finding refuted(String code, String text) {
    return new Finding(Verdict.REFUTED, 0, new Reason(code, text));
  }
}
