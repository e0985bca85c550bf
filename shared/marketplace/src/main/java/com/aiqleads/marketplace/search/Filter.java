package com.aiqleads.marketplace.search;

import com.aiqleads.marketplace.Availability;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which leads are meant: those with all the words, one of the chosen values of each facet, a price
/// and an asking price in their ranges, and a place in the area.
///
/// @param availableAt only those that can be held at that moment
public record Filter(
    List<String> words,
    Map<Facet, Set<String>> chosen,
    Range price,
    Range asking,
    Area area,
    @Nullable Instant availableAt) {

  public static final Filter ALL =
      new Filter(List.of(), Map.of(), Range.ALL, Range.ALL, new Area.Everywhere(), null);

  public Filter {
    words = List.copyOf(words);
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    chosen.forEach((facet, values) -> copy.put(facet, Set.copyOf(values)));
    chosen = Map.copyOf(copy);
  }

  /// What the counts of a facet's values are taken from: choosing one value must not hide the
  /// others.
  public Filter without(Facet facet) {
    Map<Facet, Set<String>> others = new EnumMap<>(Facet.class);
    others.putAll(chosen);
    others.remove(facet);
    return new Filter(words, others, price, asking, area, availableAt);
  }

  public Filter availableAt(Instant moment) {
    return new Filter(words, chosen, price, asking, area, moment);
  }

  public boolean isOpen(Availability availability) {
    return availableAt == null || !availability.isFullAt(availableAt);
  }

  /// The rule that every store follows.
  public boolean matches(IndexedLead lead) {
    return lead.words().containsAll(words)
        && chosen.entrySet().stream()
            .allMatch(
                choice ->
                    lead.values(choice.getKey()).stream().anyMatch(choice.getValue()::contains))
        && price.contains(lead.priceCents())
        && (asking.equals(Range.ALL)
            || (lead.askingCents() != null && asking.contains(lead.askingCents())))
        && area.contains(lead.cell());
  }
}
