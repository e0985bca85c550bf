package com.aiqleads.platform;

/// A hash that names its own method, salt and costs: `$argon2id$v=19$m=…`.
public record PasswordHash(String value) {

  public PasswordHash {
    if (!value.startsWith("$argon2id$")) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
