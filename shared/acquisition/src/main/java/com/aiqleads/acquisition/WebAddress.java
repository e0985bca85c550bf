package com.aiqleads.acquisition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a link of a page leads, if that is a page or a picture at all.
public final class WebAddress {

  /// What browsers, proxies and search machines agree to carry.
  public static final int MAX_LENGTH = 2_000;

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /// Empty for a link that is malformed, too long, or of another kind, such as `javascript:`.
  public static Optional<URI> of(String page, String link) {
    if (link.length() > MAX_LENGTH || link.codePoints().anyMatch(WebAddress::isHalf)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(page).resolve(new URI(link))).filter(WebAddress::isOfTheWeb);
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /// Of a character, which has no bytes: Java's URI fails at it.
  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isOfTheWeb(URI address) {
    return address.getScheme() != null
        && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
        && address.getHost() != null
        && address.toASCIIString().length() <= MAX_LENGTH;
  }
}
