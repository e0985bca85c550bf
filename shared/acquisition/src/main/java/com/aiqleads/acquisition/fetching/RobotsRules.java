package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.time.Duration;

/// What a robots file (RFC 9309) says to us.
public interface RobotsRules {

  boolean allows(URI url);

  /// The line that decides of it, such as `Allow: /d/`; empty if none speaks of it.
  default String rule(URI url) {
    return "";
  }

  /// Zero if the file asks for none.
  Duration crawlDelay();

  /// For a site whose file cannot be found: no restriction.
  RobotsRules NO_RESTRICTION = everything(true);

  /// For a site whose file cannot be read: complete disallow.
  RobotsRules COMPLETE_DISALLOW = everything(false);

  private static RobotsRules everything(boolean allowed) {
    return new RobotsRules() {
      @Override
      public boolean allows(URI url) {
        return allowed;
      }

      @Override
      public Duration crawlDelay() {
        return Duration.ZERO;
      }
    };
  }
}
