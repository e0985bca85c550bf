package com.aiqleads.acquisition.proposing;

import java.util.Locale;

/// Of what a value is proposed.
public enum ProposedField {
  ADDRESS,
  TITLE,
  DESCRIPTION;

  /// As events and tables call it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
