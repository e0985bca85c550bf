package com.aiqleads.acquisition.parsing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Full and half bathrooms.
final class ZillowBaths {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final Pattern WITH_HALF =
      Pattern.compile("(?<![\\d.,$])(\\d{1,2}\\.5)[ -]?(?:ba(?![a-z])|bath)");

  private ZillowBaths() {}

  /// Two full ones and a half one are 2.5; null where neither is told.
  static @Nullable BigDecimal fullAndHalf(@Nullable BigDecimal full, @Nullable BigDecimal half) {
    if (full == null) {
      return null;
    }
    BigDecimal halves = half == null ? BigDecimal.ZERO : half.multiply(HALF);
    return ZillowText.number(full.add(halves).toPlainString());
  }

  /// What a text says of as many rooms, one of them a half one; a text may speak of another house.
  static @Nullable BigDecimal halfIn(@Nullable String description, @Nullable BigDecimal rooms) {
    if (description == null || rooms == null) {
      return null;
    }
    String text =
        Figures.shortened(description, Bounds.MAX_DESCRIPTION_LENGTH).toLowerCase(Locale.ROOT);
    return WITH_HALF
        .matcher(text)
        .results()
        .map(found -> new BigDecimal(found.group(1)))
        .filter(baths -> baths.setScale(0, RoundingMode.CEILING).compareTo(rooms) == 0)
        .findFirst()
        .orElse(null);
  }
}
