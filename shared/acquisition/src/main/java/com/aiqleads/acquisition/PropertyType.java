package com.aiqleads.acquisition;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What kind of property is for sale.
public enum PropertyType {
  TOWNHOUSE("town ?ho(use|me)|row ?house"),
  CONDO("condo|apartment|co-?op|loft"),
  MULTI_FAMILY("multi|duplex|triplex|fourplex"),
  MOBILE_HOME("mobile|manufactured"),
  LAND("land|vacant lot|acreage|farm"),
  HOUSE("single|house|detached|residential|villa|cabin"),
  OTHER("(?!)");

  private final Pattern words;

  PropertyType(String words) {
    this.words = Pattern.compile(words);
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PropertyType of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /// The first kind that one of the texts speaks of; the most telling text comes first.
  public static PropertyType in(@Nullable String... texts) {
    for (String text : texts) {
      String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
      for (PropertyType type : values()) {
        if (type.words.matcher(lower).find()) {
          return type;
        }
      }
    }
    return OTHER;
  }
}
