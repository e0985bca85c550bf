package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.address.Street;

/// How far two homes stand at the same number of the same street.
final class StreetComparison {

  private StreetComparison() {}

  static Evidence of(Traits one, Traits other) {
    if (one.outline().number() != other.outline().number()) {
      return Evidence.OTHER_STREET;
    }
    String number = one.home().number();
    boolean sameNumber = number.equals(other.home().number());
    if (!sameNumber && !Slips.isSwap(number, other.home().number())) {
      return Evidence.OTHER_STREET;
    }
    Evidence street = names(one, other);
    if (street == Evidence.OTHER_STREET) {
      return street;
    }
    boolean sameZip =
        one.outline().zip() == other.outline().zip() && one.home().zip().equals(other.home().zip());
    return sameNumber && sameZip ? street : slipped(street, sameNumber, sameZip);
  }

  /// A second slip is one too many.
  private static Evidence slipped(Evidence street, boolean sameNumber, boolean sameZip) {
    if (street == Evidence.MISSPELT_STREET || !(sameNumber || sameZip)) {
      return Evidence.OTHER_STREET;
    }
    return sameNumber ? Evidence.OTHER_ZIP : Evidence.SLIPPED_NUMBER;
  }

  private static Evidence names(Traits one, Traits other) {
    Outline here = one.outline();
    Outline there = other.outline();
    if (here.name() != there.name() && !mayBeSlip(here, there)) {
      return Evidence.OTHER_STREET;
    }
    return names(one.home().street(), other.home().street());
  }

  /// A slip changes one sign for another at most, so that two of all signs differ.
  private static boolean mayBeSlip(Outline one, Outline other) {
    return !one.hasFigure()
        && !other.hasFigure()
        && Long.bitCount(one.nameSigns() ^ other.nameSigns()) <= 2;
  }

  private static Evidence names(Street one, Street other) {
    if (!compatible(one.predirectional(), other.predirectional())
        || !compatible(one.suffix(), other.suffix())
        || !compatible(one.postdirectional(), other.postdirectional())) {
      return Evidence.OTHER_STREET;
    }
    if (!one.name().equals(other.name())) {
      return Slips.isOne(one.name(), other.name())
          ? Evidence.MISSPELT_STREET
          : Evidence.OTHER_STREET;
    }
    boolean same =
        one.predirectional().equals(other.predirectional())
            && one.suffix().equals(other.suffix())
            && one.postdirectional().equals(other.postdirectional());
    return same ? Evidence.SAME_STREET : Evidence.SIMILAR_STREET;
  }

  private static boolean compatible(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
