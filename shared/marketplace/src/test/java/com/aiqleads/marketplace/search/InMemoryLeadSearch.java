package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Availability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What search means, said in the plainest way: what the stores are compared with.
public record InMemoryLeadSearch(List<IndexedLead> leads, Map<LeadId, Availability> availabilities)
    implements LeadSearch {

  public InMemoryLeadSearch(List<IndexedLead> leads) {
    this(leads, Map.of());
  }

  @Override
  public Found find(LeadQuery query) {
    List<IndexedLead> matching = matching(query.filter());
    List<Hit> hits =
        matching.stream()
            .map(lead -> new Hit(lead.leadId(), sortedBy(lead, query)))
            .sorted(order(query.sort()))
            .filter(hit -> isAfter(hit, query))
            .limit(query.limit())
            .toList();
    Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, values(facet, matching(query.filter().without(facet))));
    }
    return new Found(matching.size(), hits, facets);
  }

  @Override
  public LeadMap map(MapQuery query) {
    List<IndexedLead> matching = matching(query.filter());
    if (matching.size() <= MapQuery.MAX_POINTS) {
      return new LeadMap.Leads(
          matching.size(),
          matching.stream()
              .map(lead -> new LeadMap.Pin(lead.leadId(), lead.cell(), lead.priceCents()))
              .sorted(Comparator.comparing(pin -> pin.leadId().text()))
              .toList());
    }
    return new LeadMap.Squares(matching.size(), query.step(), squares(matching, query.step()));
  }

  private static List<LeadMap.Square> squares(List<IndexedLead> leads, int step) {
    List<LeadMap.Square> squares = new ArrayList<>();
    leads.stream()
        .collect(Collectors.groupingBy(lead -> lead.cell().corner(step)))
        .forEach(
            (corner, inside) ->
                squares.add(
                    new LeadMap.Square(
                        corner,
                        inside.size(),
                        inside.stream().mapToLong(IndexedLead::priceCents).min().orElseThrow())));
    squares.sort(
        Comparator.comparingLong(LeadMap.Square::count)
            .reversed()
            .thenComparing(square -> square.corner().number()));
    return squares.stream().limit(MapQuery.MAX_POINTS).toList();
  }

  private List<IndexedLead> matching(Filter filter) {
    return leads.stream().filter(filter::matches).filter(lead -> isOpen(lead, filter)).toList();
  }

  private boolean isOpen(IndexedLead lead, Filter filter) {
    Availability availability = availabilities.get(lead.leadId());
    return availability == null || filter.isOpen(availability);
  }

  private static List<FacetValue> values(Facet facet, List<IndexedLead> leads) {
    Map<String, Long> counts = new TreeMap<>();
    leads.forEach(lead -> lead.values(facet).forEach(value -> counts.merge(value, 1L, Long::sum)));
    return counts.entrySet().stream()
        .map(entry -> new FacetValue(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(FacetValue::count).reversed())
        .limit(Facet.MAX_VALUES)
        .toList();
  }

  private static long sortedBy(IndexedLead lead, LeadQuery query) {
    return switch (query.sort()) {
      case NEWEST -> lead.firstSeenMillis();
      case CHEAPEST, DEAREST -> lead.priceCents();
      case BEST -> lead.quality();
      case NEAREST -> lead.cell().metresFrom(((Area.Near) query.filter().area()).center());
    };
  }

  private static Comparator<Hit> order(Sort sort) {
    Comparator<Hit> first = Comparator.comparingLong(Hit::sortedBy);
    return (sort.isDescending() ? first.reversed() : first)
        .thenComparing(hit -> hit.leadId().text());
  }

  private static boolean isAfter(Hit hit, LeadQuery query) {
    Hit last = query.after();
    return last == null || order(query.sort()).compare(hit, last) > 0;
  }
}
