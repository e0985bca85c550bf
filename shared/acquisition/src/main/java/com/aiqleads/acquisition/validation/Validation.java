package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Reason;
import java.util.List;

/// What came of validating an advertisement.
public sealed interface Validation {

  record Valid(ValidListing listing) implements Validation {}

  record Invalid(List<Reason> faults) implements Validation {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /// An advertisement whose home and seller are known as well as they can be.
  record ValidListing(Listing listing, Address address, Location location, Contact contact) {}
}
