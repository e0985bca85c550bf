package com.aiqleads.acquisition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a link of a page leads, if that is a page or a picture at all.
public final class WebAddress {

  /// What browsers, proxies and search machines agree to carry.
  public static final int MAX_LENGTH = 2_000;

  private static final Pattern TRACKING =
      Pattern.compile("(utm_\\w+|fbclid|gclid|msclkid|ref|referrer|tracking|trk)(=.*)?");

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /// Empty for a link that is malformed, too long, or of another kind, such as `javascript:`.
  public static Optional<URI> of(String page, String link) {
    if (link.length() > MAX_LENGTH || hasHalf(link)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(page).resolve(new URI(link))).filter(WebAddress::isOfTheWeb);
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /// The same page without what tells whence a visitor comes, and with its questions in one order:
  /// a site that writes a link in several ways has one page.
  public static String canonical(String address) {
    String page = address.split("#", 2)[0];
    int query = page.indexOf('?');
    if (query < 0) {
      return page;
    }
    String asked =
        Arrays.stream(page.substring(query + 1).split("&"))
            .filter(one -> !one.isEmpty() && !isTracking(one))
            .sorted()
            .collect(Collectors.joining("&"));
    return page.substring(0, query) + (asked.isEmpty() ? "" : "?" + asked);
  }

  /// Whether a part of a query is what others hang on to see whence visitors come.
  public static boolean isTracking(String part) {
    return TRACKING.matcher(part).matches();
  }

  /// Whether a half of a character stands alone, which has no bytes: Java's URI fails at it.
  private static boolean hasHalf(String link) {
    int at = 0;
    while (at < link.length()) {
      int character = link.codePointAt(at);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        return true;
      }
      at += Character.charCount(character);
    }
    return false;
  }

  private static boolean isOfTheWeb(URI address) {
    return address.getScheme() != null
        && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
        && address.getHost() != null
        && address.toASCIIString().length() <= MAX_LENGTH;
  }
}
