package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// How a source may be fetched. Without a live approval it may not be fetched at all.
///
/// @param allowedHosts hosts, with a port where it is not the usual one, that a request may go
///     to
/// @param pace how fast, by all functions together
/// @param userAgent who we are and where to complain; its part before the slash is our robots
///     name
public record SourcePolicy(
    String source,
    URI baseUrl,
    String termsUrl,
    Approval approval,
    Set<String> allowedHosts,
    Pace pace,
    String userAgent) {

  public SourcePolicy {
    allowedHosts = Set.copyOf(allowedHosts);
    if (baseUrl.getScheme() == null || !allowedHosts.contains(host(baseUrl))) {
      throw new IllegalArgumentException(source + ": the base URL is not on an allowed host");
    }
    if (!userAgent.contains("/")) {
      throw new IllegalArgumentException(source + ": the user agent must be <name>/<version>");
    }
  }

  /// At the pace that nobody has to think about.
  public SourcePolicy(
      String source,
      URI baseUrl,
      String termsUrl,
      Approval approval,
      Set<String> allowedHosts,
      Duration interval,
      String userAgent) {
    this(source, baseUrl, termsUrl, approval, allowedHosts, Pace.of(interval), userAgent);
  }

  /// Why this address may not be fetched now, if it may not.
  public Optional<Refusal> objection(URI url, Instant now) {
    if (!approval.isLive(now)) {
      return Optional.of(Refusal.NOT_APPROVED);
    }
    boolean known = baseUrl.getScheme().equals(url.getScheme()) && allowedHosts.contains(host(url));
    return known ? Optional.empty() : Optional.of(Refusal.FOREIGN_HOST);
  }

  /// The same, if that is what counts of approvals.
  public SourcePolicy under(Approval other) {
    return new SourcePolicy(source, baseUrl, termsUrl, other, allowedHosts, pace, userAgent);
  }

  public String robotsName() {
    return userAgent.substring(0, userAgent.indexOf('/'));
  }

  /// User info in an address makes its authority differ from every allowed host.
  private static String host(URI url) {
    return Objects.requireNonNullElse(url.getRawAuthority(), "").toLowerCase(Locale.ROOT);
  }
}
