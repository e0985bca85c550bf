package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import java.util.Optional;

/// Finds an address on the map, as exactly as it can, and says how exactly.
public interface Geocoder {

  Optional<Location> locate(Address address);
}
