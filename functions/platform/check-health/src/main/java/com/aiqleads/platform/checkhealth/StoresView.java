package com.aiqleads.platform.checkhealth;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The health of each store; why one fails stands in the log and in no answer.
@Serdeable
record StoresView(boolean up, Instant checkedAt, List<StoreView> stores) {

  @Serdeable
  record StoreView(String name, boolean needed, String state, long milliseconds, String finding) {}

  static StoresView of(Health health) {
    return new StoresView(
        health.isUp(), health.checkedAt(), health.stores().stream().map(StoresView::view).toList());
  }

  private static StoreView view(StoreHealth store) {
    return new StoreView(
        store.check().name(),
        store.check().needed(),
        store.state().name().toLowerCase(Locale.ROOT),
        store.took().toMillis(),
        store.finding());
  }
}
