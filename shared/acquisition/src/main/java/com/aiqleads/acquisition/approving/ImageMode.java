package com.aiqleads.acquisition.approving;

import java.util.Locale;

/// What may be done with a source's photos. They are never copied.
public enum ImageMode {
  NONE,
  LINK;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ImageMode of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
