package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is held of that which these keys refuse.
record Cause(List<Held> held, Set<SuppressionKey> keys) {

  /// Each advertisement by its address, and by its id wherever its site moves it.
  Set<SuppressionKey> refused() {
    return Stream.concat(
            SuppressionKey.pages(held.stream().map(Cause::url).toList()).stream(),
            held.stream().map(one -> SuppressionKey.of(listing(one))))
        .collect(Collectors.toSet());
  }

  static ListingId listing(Held held) {
    return held.advertisement().listing().id();
  }

  static String url(Held held) {
    return held.advertisement().listing().url();
  }
}
