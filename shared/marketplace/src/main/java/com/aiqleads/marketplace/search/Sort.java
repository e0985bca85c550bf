package com.aiqleads.marketplace.search;

import java.util.Arrays;
import java.util.Optional;

/// The orders that answers come in; leads that are equal in it come in the order of their ids.
public enum Sort {
  NEWEST("newest", true),
  CHEAPEST("price", false),
  DEAREST("-price", true),
  BEST("quality", true),
  NEAREST("distance", false);

  private final String parameter;
  private final boolean descending;

  Sort(String parameter, boolean descending) {
    this.parameter = parameter;
    this.descending = descending;
  }

  public String parameter() {
    return parameter;
  }

  public boolean isDescending() {
    return descending;
  }

  public static Optional<Sort> find(String parameter) {
    return Arrays.stream(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
  }
}
