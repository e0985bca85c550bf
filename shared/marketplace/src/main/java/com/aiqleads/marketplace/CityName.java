package com.aiqleads.marketplace;

import java.util.Locale;
import java.util.regex.Pattern;

/// A city as people write it. Addresses arrive in the capitals of postal labels.
public final class CityName {

  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");

  private CityName() {}

  /// `CORAL GABLES` becomes `Coral Gables`; what has small letters already stays as it is.
  public static String of(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? WORD.matcher(name)
            .replaceAll(
                word -> word.group().charAt(0) + word.group().substring(1).toLowerCase(Locale.ROOT))
        : name;
  }
}
