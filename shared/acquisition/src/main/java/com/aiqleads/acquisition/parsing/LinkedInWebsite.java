package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A company's own site: the board leads there by way of itself, and may leave out its scheme.
final class LinkedInWebsite {

  private static final Pattern BARE =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,24}(?:[/?#]\\S*)?");
  private static final String NOWHERE = "https://unnamed.invalid/";

  private LinkedInWebsite() {}

  /// Null for what leads to the board again or to no page of the web.
  static @Nullable String of(String link) {
    String written = LinkedInApplication.unwrapped(link.strip());
    String bare = Figures.shortened(written.toLowerCase(Locale.ROOT), WebAddress.MAX_LENGTH);
    String whole = BARE.matcher(bare).matches() ? "https://" + written : written;
    return WebAddress.of(NOWHERE, whole)
        .filter(LinkedInApplication::isElsewhere)
        .filter(address -> !NOWHERE.contains("/" + address.getHost() + "/"))
        .map(URI::toASCIIString)
        .orElse(null);
  }

  /// By the host alone: one place may write the scheme, a path or `www.` that another leaves out.
  static boolean agree(String one, String other) {
    return host(one).equals(host(other));
  }

  private static String host(String address) {
    String host = Objects.requireNonNullElse(URI.create(address).getHost(), "");
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }
}
