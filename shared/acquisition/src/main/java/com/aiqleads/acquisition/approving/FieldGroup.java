package com.aiqleads.acquisition.approving;

import java.util.Locale;

/// What a source's terms may allow to take, or not.
public enum FieldGroup {
  PROPERTY,
  PRICE,
  ADDRESS,
  LOCATION,
  DESCRIPTION,
  CONTACT;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FieldGroup of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
