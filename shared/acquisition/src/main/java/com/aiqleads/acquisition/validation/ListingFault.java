package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.ListedReason;

/// Why an advertisement may not become a lead, besides faults of its address.
public enum ListingFault implements ListedReason {
  NO_PRICE("The advertisement names no price."),
  IMPLAUSIBLE_PRICE("No home is sold at the price that the advertisement names."),
  NOT_ON_THE_MAP("The address cannot be found on the map.");

  private final String text;

  ListingFault(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
