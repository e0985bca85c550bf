package com.aiqleads.platform;

import java.time.Instant;

/// A signed JWT.
public record AccessToken(String value, Instant expiresAt) {

  @Override
  public String toString() {
    return "***";
  }
}
