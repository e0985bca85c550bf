package com.aiqleads.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/// What we call a provider: it stands in addresses.
public record ProviderId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public ProviderId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the id of a provider");
    }
  }

  public static Optional<ProviderId> find(String text) {
    return Optional.of(text).filter(id -> SHAPE.matcher(id).matches()).map(ProviderId::new);
  }

  @Override
  public String toString() {
    return value;
  }
}
