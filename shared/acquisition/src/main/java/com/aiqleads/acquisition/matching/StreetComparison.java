package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.address.Street;

/// How far two homes stand at the same number of the same street.
final class StreetComparison {

  private StreetComparison() {}

  static Evidence of(Home one, Home other) {
    boolean sameNumber = one.number().equals(other.number());
    if (!sameNumber && !Slips.isSwap(one.number(), other.number())) {
      return Evidence.OTHER_STREET;
    }
    Evidence street = names(one.street(), other.street());
    if (street == Evidence.OTHER_STREET || (sameNumber && one.zip().equals(other.zip()))) {
      return street;
    }
    return slipped(street, sameNumber, one.zip().equals(other.zip()));
  }

  /// A second slip is one too many.
  private static Evidence slipped(Evidence street, boolean sameNumber, boolean sameZip) {
    if (street == Evidence.MISSPELT_STREET || !(sameNumber || sameZip)) {
      return Evidence.OTHER_STREET;
    }
    return sameNumber ? Evidence.OTHER_ZIP : Evidence.SLIPPED_NUMBER;
  }

  private static Evidence names(Street one, Street other) {
    boolean sameName = one.name().equals(other.name());
    if (sameName
        && one.predirectional().equals(other.predirectional())
        && one.suffix().equals(other.suffix())
        && one.postdirectional().equals(other.postdirectional())) {
      return Evidence.SAME_STREET;
    }
    boolean compatible =
        compatible(one.predirectional(), other.predirectional())
            && compatible(one.suffix(), other.suffix())
            && compatible(one.postdirectional(), other.postdirectional());
    if (!compatible) {
      return Evidence.OTHER_STREET;
    }
    if (sameName) {
      return Evidence.SIMILAR_STREET;
    }
    return Slips.isOne(one.name(), other.name()) ? Evidence.MISSPELT_STREET : Evidence.OTHER_STREET;
  }

  private static boolean compatible(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
