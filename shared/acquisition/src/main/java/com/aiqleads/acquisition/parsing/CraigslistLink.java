package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which posting of craigslist an address names: until 2026 by its number, since then by a token.
/// The token is a second id; it cannot be computed from the number.
record CraigslistLink(@Nullable String number, @Nullable String token) {

  static final CraigslistLink NONE = new CraigslistLink(null, null);

  private static final Pattern NUMBER = Pattern.compile("(\\d{6,12})\\.html?");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final Pattern AFTER_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);

  static CraigslistLink in(String address) {
    if (address.length() > WebAddress.MAX_LENGTH) {
      return NONE;
    }
    String whole = AFTER_PATH.matcher(address).replaceFirst("");
    String path = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    String last = path.substring(path.lastIndexOf('/') + 1);
    Matcher number = NUMBER.matcher(last);
    if (number.matches()) {
      return new CraigslistLink(number.group(1), null);
    }
    boolean token = path.contains("/view/") && TOKEN.matcher(last).matches();
    return token ? new CraigslistLink(null, last) : NONE;
  }

  /// The id that stands in the address.
  @Nullable String id() {
    return number == null ? token : number;
  }

  /// Whether it surely names another posting than one with these ids.
  boolean isOtherThan(@Nullable String ownNumber, @Nullable String ownToken) {
    return (number != null && ownNumber != null && !number.equals(ownNumber))
        || (token != null && ownToken != null && !token.equals(ownToken));
  }
}
