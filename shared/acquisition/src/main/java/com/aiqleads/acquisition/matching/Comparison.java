package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.PropertyType;
import java.util.Set;

/// At which level each feature of two advertisements agrees, as a set of bits of [Evidence]: it is
/// made hundreds of times for an advertisement that is resolved.
final class Comparison {

  private static final double EQUAL = 0.01;
  private static final double CLOSE = 0.10;
  private static final double FAR = 0.40;
  private static final double SAME_PLACE_KM = 0.075;
  private static final double NEAR_PLACE_KM = 0.5;
  private static final double KM_PER_DEGREE = 111.2;

  private Comparison() {}

  static long levels(Traits one, Traits other) {
    Evidence street = StreetComparison.of(one, other);
    if (street == Evidence.OTHER_STREET) {
      // Whatever else agrees, it is another house: a seller's next one looks just like it.
      return street.bit();
    }
    Outline here = one.outline();
    Outline there = other.outline();
    return street.bit()
        | unit(one, other)
        | place(here, there, street)
        | phones(one, other)
        | emails(one, other)
        | rooms(one.bedrooms(), other.bedrooms())
        | baths(one.bathrooms(), other.bathrooms())
        | area(one.areaSqft(), other.areaSqft())
        | year(one.yearBuilt(), other.yearBuilt())
        | price(one.priceMinorUnits(), other.priceMinorUnits())
        | type(one.type(), other.type())
        | photos(one, other)
        | mlsNumber(one.mlsNumber(), other.mlsNumber());
  }

  private static long unit(Traits one, Traits other) {
    String door = one.home().door();
    String next = other.home().door();
    if (door.equals(next)) {
      return (door.isEmpty() ? noUnit(one, other) : Evidence.SAME_UNIT).bit();
    }
    boolean unknown =
        door.isEmpty() || next.isEmpty() || endsWithWord(door, next) || endsWithWord(next, door);
    return (unknown ? Evidence.UNIT_UNKNOWN : Evidence.OTHER_UNIT).bit();
  }

  private static boolean endsWithWord(String text, String word) {
    int before = text.length() - word.length() - 1;
    return before >= 0 && text.charAt(before) == ' ' && text.endsWith(word);
  }

  /// At the address of a building it matters whether nobody named a unit or there is none.
  private static Evidence noUnit(Traits one, Traits other) {
    return one.type() == PropertyType.HOUSE && other.type() == PropertyType.HOUSE
        ? Evidence.NO_UNITS
        : Evidence.NO_UNIT;
  }

  /// The same street address says already that they are at one place; that they are not, is news.
  private static long place(Outline one, Outline other, Evidence street) {
    if (!one.hasPoint() || !other.hasPoint()) {
      return 0;
    }
    double km = kilometres(one, other);
    if (km > NEAR_PLACE_KM) {
      return Evidence.OTHER_PLACE.bit();
    }
    if (street == Evidence.SAME_STREET || street == Evidence.SIMILAR_STREET) {
      return 0;
    }
    return (km > SAME_PLACE_KM ? Evidence.NEAR_PLACE : Evidence.SAME_PLACE).bit();
  }

  /// On a flat map: near enough for a few hundred metres, and without a sine for each pair.
  private static double kilometres(Outline one, Outline other) {
    double north = one.latitude() - other.latitude();
    if (Math.abs(north) > 1) {
      return Double.MAX_VALUE;
    }
    double east = (one.longitude() - other.longitude()) * one.shrink();
    return KM_PER_DEGREE * Math.sqrt(north * north + east * east);
  }

  private static long phones(Traits one, Traits other) {
    long here = one.outline().phones();
    long there = other.outline().phones();
    if (here == 0 || there == 0) {
      return 0;
    }
    boolean same = (here & there) != 0 && sharesAny(one.phones(), other.phones());
    return (same ? Evidence.SAME_PHONE : Evidence.OTHER_PHONE).bit();
  }

  private static long emails(Traits one, Traits other) {
    long here = one.outline().emails();
    long there = other.outline().emails();
    if (here == 0 || there == 0) {
      return 0;
    }
    boolean same = (here & there) != 0 && sharesAny(one.emails(), other.emails());
    return (same ? Evidence.SAME_EMAIL : Evidence.OTHER_EMAIL).bit();
  }

  private static <T> boolean sharesAny(Set<T> one, Set<T> other) {
    for (T each : one) {
      if (other.contains(each)) {
        return true;
      }
    }
    return false;
  }

  private static long rooms(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    int apart = Math.abs(one - other);
    return (apart == 0
            ? Evidence.SAME_ROOMS
            : apart == 1 ? Evidence.NEAR_ROOMS : Evidence.OTHER_ROOMS)
        .bit();
  }

  private static long baths(double one, double other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    double apart = Math.abs(one - other);
    return (apart == 0
            ? Evidence.SAME_BATHS
            : apart < 1 ? Evidence.NEAR_BATHS : Evidence.OTHER_BATHS)
        .bit();
  }

  private static long area(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    double apart = apart(one, other);
    return (apart <= EQUAL
            ? Evidence.SAME_AREA
            : apart <= CLOSE ? Evidence.CLOSE_AREA : Evidence.OTHER_AREA)
        .bit();
  }

  private static long year(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    return (one == other ? Evidence.SAME_YEAR : Evidence.OTHER_YEAR).bit();
  }

  private static long price(long one, long other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    double apart = apart((double) one, (double) other);
    if (apart <= EQUAL) {
      return Evidence.SAME_PRICE.bit();
    }
    if (apart <= CLOSE) {
      return Evidence.CLOSE_PRICE.bit();
    }
    return (apart <= FAR ? Evidence.OTHER_PRICE : Evidence.FAR_PRICE).bit();
  }

  private static double apart(double one, double other) {
    return Math.abs(one - other) / Math.max(one, other);
  }

  private static long type(PropertyType one, PropertyType other) {
    if (one == PropertyType.OTHER || other == PropertyType.OTHER) {
      return 0;
    }
    return (one == other ? Evidence.SAME_TYPE : Evidence.OTHER_TYPE).bit();
  }

  /// That they show different photos says nothing: each site names the same photo by its own id.
  private static long photos(Traits one, Traits other) {
    boolean same =
        (one.outline().photos() & other.outline().photos()) != 0
            && sharesAny(one.photos(), other.photos());
    return same ? Evidence.SAME_PHOTO.bit() : 0;
  }

  private static long mlsNumber(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    return (one.equals(other) ? Evidence.SAME_MLS_NUMBER : Evidence.OTHER_MLS_NUMBER).bit();
  }
}
