package com.aiqleads.acquisition.suppression;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What of a page's address says which page it is: not how it is reached, in which order it asks,
/// nor who sent somebody there. Two addresses of one page have one name.
final class PageName {

  /// What others hang on to see whence visitors come.
  private static final Pattern TRACKING =
      Pattern.compile("(utm_\\w+|fbclid|gclid|msclkid|ref|referrer|tracking|trk)(=.*)?");

  private PageName() {}

  static String of(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    int port = address.getPort();
    String place = port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
    return place + path(address) + query(address);
  }

  private static String path(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(URI address) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    String kept =
        Arrays.stream(query.split("&"))
            .filter(one -> !one.isEmpty() && !TRACKING.matcher(one).matches())
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
