package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.LeadId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which leads an advertisement is compared with, if too many share a key: a key says the more, the
/// fewer have it.
public final class Likeliest {

  /// Of what only an agent's number brings together, nothing is worth a look: the same street would
  /// bring it, too.
  private static final double LEAST = 1.0 / 33;

  private Likeliest() {}

  /// At most [Leads#MAX_CANDIDATES]; of equals the newest.
  ///
  /// @param own the leads of the advertisement itself, which are always among them
  /// @param holders of each key
  public static Set<LeadId> of(Set<LeadId> own, Collection<List<LeadId>> holders) {
    Map<LeadId, Double> shared = new HashMap<>();
    own.forEach(lead -> shared.put(lead, Double.MAX_VALUE));
    for (List<LeadId> each : holders) {
      each.forEach(lead -> shared.merge(lead, 1.0 / each.size(), Double::sum));
    }
    return shared.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST)
        .sorted(
            Map.Entry.<LeadId, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().text(), Comparator.reverseOrder()))
        .limit(Leads.MAX_CANDIDATES)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
