package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;

/// Finds an address on the map, as exactly as it can, and says how exactly. A service that cannot
/// be reached is an answer too: nobody loses a lead for it.
public interface Geocoder {

  Geocode locate(Address address);
}
