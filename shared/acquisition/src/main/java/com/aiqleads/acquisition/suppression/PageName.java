package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What of a page's address says which page it is: not how it is reached, in which order it asks,
/// how its letters are escaped, nor who sent somebody there. Two addresses of one page have one
/// name, which is no address itself.
final class PageName {

  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");

  /// What means another thing when it is escaped.
  private static final String MARKS = "/?#&=+%;";

  private PageName() {}

  static String of(URI address) {
    return place(address) + path(address) + query(address);
  }

  private static String place(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    String bare = host.startsWith("www.") ? host.substring("www.".length()) : host;
    int port = address.getPort();
    return port < 0 || port == 80 || port == 443 ? bare : bare + ":" + port;
  }

  private static String folded(String part) {
    return ESCAPED
        .matcher(ascii(part))
        .replaceAll(
            escaped -> {
              int meant = Integer.parseInt(escaped.group(1), 16);
              boolean same = meant >= ' ' && meant <= '~' && MARKS.indexOf(meant) < 0;
              String name = same ? Character.toString(meant) : escaped.group();
              return Matcher.quoteReplacement(same ? name : name.toUpperCase(Locale.ROOT));
            });
  }

  private static String ascii(String part) {
    StringBuilder ascii = new StringBuilder();
    for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
      ascii.append(one < 0 ? "%%%02X".formatted(one) : String.valueOf((char) one));
    }
    return ascii.toString();
  }

  private static String path(URI address) {
    String path = address.getRawPath() == null ? "" : folded(address.getRawPath());
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(URI address) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    String kept =
        Arrays.stream(query.split("&"))
            .map(PageName::folded)
            .filter(one -> !one.isEmpty() && !WebAddress.isTracking(one))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
