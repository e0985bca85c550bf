package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import java.util.Locale;

/// A heading for what has none on Zillow but its address, which a heading may not give away.
final class ZillowTitle {

  private ZillowTitle() {}

  static String of(Property property, RawAddress address) {
    boolean unknown = property.type() == PropertyType.OTHER;
    String kind =
        unknown ? "home" : property.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String rooms = property.bedrooms() == null ? "" : property.bedrooms() + " bedroom ";
    String city = address.city() == null ? "" : " in " + address.city();
    String title = rooms + kind + " for sale" + city;
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }
}
