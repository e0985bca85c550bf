package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.fetching.SparedPages;
import com.aiqleads.acquisition.parsing.ShownListing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A page is spared by its address, and by the advertisement that the address names: a site that
/// moves its pages does not bring somebody back.
public record SuppressedPages(Suppressions suppressions) implements SparedPages {

  @Override
  public Set<String> among(String source, Collection<String> addresses) {
    Map<String, Set<SuppressionKey>> keys = new HashMap<>();
    addresses.forEach(address -> keys.put(address, keys(source, address)));
    Set<SuppressionKey> asked = new HashSet<>();
    keys.values().forEach(asked::addAll);
    Set<SuppressionKey> suppressed = asked.isEmpty() ? Set.of() : suppressions.among(asked);
    Set<String> spared = new HashSet<>();
    keys.forEach(
        (address, named) -> {
          if (named.stream().anyMatch(suppressed::contains)) {
            spared.add(address);
          }
        });
    return spared;
  }

  private static Set<SuppressionKey> keys(String source, String address) {
    Set<SuppressionKey> keys = new HashSet<>(SuppressionKey.pages(List.of(address)));
    ShownListing.at(source, address).map(SuppressionKey::of).ifPresent(keys::add);
    return keys;
  }
}
