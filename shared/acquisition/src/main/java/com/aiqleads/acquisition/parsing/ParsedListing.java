package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/// An advertisement as it was read, nothing of it checked yet.
public record ParsedListing(
    Listing listing,
    RawAddress address,
    @Nullable GeoPoint location,
    RawContact contact,
    Particulars particulars) {

  public ParsedListing(
      Listing listing, RawAddress address, @Nullable GeoPoint location, RawContact contact) {
    this(listing, address, location, contact, Particulars.NONE);
  }
}
