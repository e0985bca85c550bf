package com.aiqleads.platform.signin.openid;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/// Which addresses of a provider we go to: encrypted ones, and on a laptop those of the laptop.
@Singleton
final class Addresses {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean local;

  Addresses(@Value("${aiqleads.stage}") String stage) {
    this.local = stage.equals("local");
  }

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException for one that we do not go to
  URI checked(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || address.getUserInfo() != null || !isSafe(address)) {
      throw new IllegalArgumentException("not an address that we go to");
    }
    return address;
  }

  private boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || (local && "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
  }
}
