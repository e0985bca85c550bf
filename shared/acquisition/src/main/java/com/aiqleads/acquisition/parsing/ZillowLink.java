package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which home an address of Zillow names, and what its ids look like: a number for a home, and for
/// a building, which has none, the place where it stands.
final class ZillowLink {

  private static final Pattern ZPID = Pattern.compile("\\d{1,12}");
  private static final Pattern BUILDING =
      Pattern.compile("-?\\d{1,2}(?:\\.\\d{1,16})?-{1,2}\\d{1,3}(?:\\.\\d{1,16})?");
  private static final Pattern HOME = Pattern.compile("/(\\d{1,12})_zpid(?=/|$)");
  private static final Pattern AFTER_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);

  private ZillowLink() {}

  static @Nullable String zpid(@Nullable String address) {
    if (address == null || address.length() > WebAddress.MAX_LENGTH) {
      return null;
    }
    Matcher home = HOME.matcher(AFTER_PATH.matcher(address).replaceFirst(""));
    return home.find() ? home.group(1) : null;
  }

  static boolean isZpid(@Nullable String id) {
    return id != null && id.length() <= Bounds.MAX_ID_LENGTH && ZPID.matcher(id).matches();
  }

  /// Latitude and longitude with a dash between them, whose own sign is one more.
  static boolean isBuilding(@Nullable String id) {
    return id != null && id.length() <= Bounds.MAX_ID_LENGTH && BUILDING.matcher(id).matches();
  }
}
