package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;
import java.util.Collection;
import java.util.Map;

/// Finds many addresses on the map with few requests.
public interface GeocodeMany {

  /// An answer for each address, in their order.
  Map<Address, Geocode> locate(Collection<Address> addresses);
}
