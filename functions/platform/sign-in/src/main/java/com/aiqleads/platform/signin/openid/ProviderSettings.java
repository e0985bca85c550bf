package com.aiqleads.platform.signin.openid;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the secret `sign-in-providers` says once an operator has filled it.
@Serdeable
record ProviderSettings(@Nullable List<Entry> providers) {

  @Serdeable
  record Entry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret) {

    @Override
    public String toString() {
      return "Entry[***]";
    }
  }

  @Override
  public String toString() {
    return "ProviderSettings[***]";
  }
}
