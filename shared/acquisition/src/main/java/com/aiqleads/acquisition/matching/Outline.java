package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.address.Street;
import com.aiqleads.kernel.GeoPoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of an advertisement is compared as figures, made once: most pairs are told apart by them
/// without a look at a text. Texts whose figures differ are different; of texts whose figures are
/// the same, the texts themselves decide.
///
/// @param number the same for house numbers of the same signs, in whatever order
/// @param name of the street's
/// @param nameSigns the set of its signs
/// @param hasFigure whether the name has one, as `2ND` has
/// @param phones the set of them; like [#emails] and [#photos] of 64 places, shared by some
/// @param latitude not a number where the place is not known
/// @param shrink by how much a degree of longitude is shorter there than at the equator
record Outline(
    int number,
    int zip,
    int name,
    long nameSigns,
    boolean hasFigure,
    long phones,
    long emails,
    long photos,
    double latitude,
    double longitude,
    double shrink) {

  static Outline of(
      Home home, @Nullable GeoPoint point, Set<?> phones, Set<?> emails, Set<String> photos) {
    Street street = home.street();
    double latitude = point == null ? Double.NaN : point.latitude();
    return new Outline(
        anagram(street.number()),
        home.zip().hashCode(),
        street.name().hashCode(),
        signs(street.name()),
        Slips.hasDigit(street.name()),
        places(phones),
        places(emails),
        places(photos),
        latitude,
        point == null ? Double.NaN : point.longitude(),
        Math.cos(Math.toRadians(latitude)));
  }

  boolean hasPoint() {
    return !Double.isNaN(latitude);
  }

  private static int anagram(String text) {
    int sum = text.length();
    for (int at = 0; at < text.length(); at++) {
      int sign = text.charAt(at);
      sum += sign * sign * sign;
    }
    return sum;
  }

  private static long signs(String text) {
    long signs = 0;
    for (int at = 0; at < text.length(); at++) {
      signs |= 1L << text.charAt(at);
    }
    return signs;
  }

  private static long places(Set<?> things) {
    long places = 0;
    for (Object thing : things) {
      places |= 1L << ((thing.hashCode() * 0x9E3779B9) >>> 26);
    }
    return places;
  }
}
