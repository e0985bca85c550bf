package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/// The console's cookies. `__Host-` makes browsers insist that they are ours alone: Secure, for the
/// whole host, set by no other domain.
enum Cookies {
  /// The access token; no longer than the refresh token, which renews it.
  SESSION("__Host-session", Duration.ofDays(30)),
  REFRESH("__Host-refresh", Duration.ofDays(30)),
  /// A random value that forms prove to have seen.
  FORM("__Host-form", Duration.ofDays(1)),
  /// What a browser that left for a provider shows when it comes back.
  DEPARTURE("__Host-departure", Duration.ofMinutes(10)),
  THEME("__Host-theme", Duration.ofDays(365));

  private final String cookieName;
  private final Duration lifetime;

  Cookies(String cookieName, Duration lifetime) {
    this.cookieName = cookieName;
    this.lifetime = lifetime;
  }

  Optional<String> in(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(cookieName)
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  Cookie with(String value) {
    return Cookie.of(cookieName, value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(SameSite.Lax)
        .maxAge(lifetime);
  }

  Cookie gone() {
    return with("").maxAge(0);
  }
}
