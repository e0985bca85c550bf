package com.aiqleads.acquisition;

import java.util.Arrays;
import java.util.Optional;

/// A site that advertises homes for sale.
public enum Source implements CrawledSite {
  FSBO("fsbo", "fsbo.com"),
  FORSALEBYOWNER("forsalebyowner", "forsalebyowner.com"),
  CRAIGSLIST("craigslist", "craigslist.org"),
  ZILLOW("zillow", "zillow.com"),
  FACEBOOK("facebook", "facebook.com");

  private final String id;
  private final String domain;

  Source(String id, String domain) {
    this.id = id;
    this.domain = domain;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String domain() {
    return domain;
  }

  public static Optional<Source> find(String id) {
    return Arrays.stream(values()).filter(source -> source.id.equals(id)).findFirst();
  }
}
