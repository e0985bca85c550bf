package com.aiqleads.acquisition.hiring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How to apply: on the board, on the company's own site, or not known. Since 2026 the board hides
/// the address, so that a company's own site is often known without where it is.
///
/// @param url on the company's own site; null where the page does not show it
public record Application(Where where, @Nullable String url) {

  public static final Application UNKNOWN = new Application(Where.UNKNOWN, null);

  public enum Where {
    ON_SITE,
    OFF_SITE,
    UNKNOWN;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Where of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  public Application {
    if (url != null && where != Where.OFF_SITE) {
      throw new IllegalArgumentException("only another site than the board has an address");
    }
  }
}
