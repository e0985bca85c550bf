package com.aiqleads.platform.checkhealth;

import java.time.Instant;
import java.util.List;

/// All stores at one time.
record Health(Instant checkedAt, List<StoreHealth> stores) {

  Health {
    stores = List.copyOf(stores);
  }

  /// Without search the product goes on, slower; without any other store it does not.
  boolean isUp() {
    return stores.stream().allMatch(store -> store.isReached() || !store.check().needed());
  }
}
