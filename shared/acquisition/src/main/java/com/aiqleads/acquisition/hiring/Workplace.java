package com.aiqleads.acquisition.hiring;

import com.aiqleads.kernel.GeoPoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the work is done.
///
/// @param text as the page writes it: a city, a region or a country
/// @param kind null where the page does not say
public record Workplace(
    @Nullable String text,
    @Nullable String city,
    @Nullable String region,
    @Nullable String country,
    @Nullable String zip,
    @Nullable GeoPoint point,
    @Nullable Kind kind) {

  public static final Workplace UNKNOWN = new Workplace(null, null, null, null, null, null, null);

  public enum Kind {
    ON_SITE,
    HYBRID,
    REMOTE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
