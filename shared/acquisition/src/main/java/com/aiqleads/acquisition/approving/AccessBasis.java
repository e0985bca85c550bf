package com.aiqleads.acquisition.approving;

import java.util.Locale;

/// Why a source may be fetched, if it may.
public enum AccessBasis {
  LICENSED,
  PARTNER,
  PUBLIC,
  /// Its owner has asked us not to.
  BLOCKED;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AccessBasis of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
