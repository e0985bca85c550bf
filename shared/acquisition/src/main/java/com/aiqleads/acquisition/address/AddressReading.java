package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.ListedReason;

/// What came of reading an address.
public sealed interface AddressReading {

  record Normalised(Address address) implements AddressReading {}

  record Unreadable(Fault fault) implements AddressReading {}

  /// Why an address does not say which home is meant.
  enum Fault implements ListedReason {
    NO_ADDRESS("The advertisement gives no street address."),
    NO_HOUSE_NUMBER("The address has no house number, so the home cannot be told from others."),
    POST_BOX("The address is a post box, not a home."),
    INTERSECTION("The address is the corner of two streets, not a home."),
    NO_CITY("The address names no city."),
    NO_STATE("The address names no state that we know."),
    NO_ZIP("The address has no ZIP code.");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }
}
