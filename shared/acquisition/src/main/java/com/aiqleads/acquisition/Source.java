package com.aiqleads.acquisition;

import java.util.Arrays;
import java.util.Optional;

/// A site that advertises homes for sale.
public enum Source implements CrawledSite {
  FSBO("fsbo"),
  FORSALEBYOWNER("forsalebyowner"),
  CRAIGSLIST("craigslist"),
  ZILLOW("zillow"),
  FACEBOOK("facebook");

  private final String id;

  Source(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  public static Optional<Source> find(String id) {
    return Arrays.stream(values()).filter(source -> source.id.equals(id)).findFirst();
  }
}
