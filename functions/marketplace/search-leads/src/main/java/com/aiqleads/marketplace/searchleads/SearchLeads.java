package com.aiqleads.marketplace.searchleads;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.LeadCard;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Slots;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.ViewCounts;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Found;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.LeadMap;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.MapQuery;
import com.aiqleads.marketplace.search.SearchWithFallback;
import com.aiqleads.marketplace.search.SearchWithFallback.Answer;
import com.aiqleads.marketplace.searchleads.LeadPageView.FacetView;
import com.aiqleads.marketplace.searchleads.LeadPageView.ValueView;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Search says which leads, the system of record what a team may see of them.
@Singleton
record SearchLeads(
    SearchWithFallback search, Storefront storefront, Openings openings, ViewCounts views) {

  LeadPageView find(TeamId viewer, LeadQuery query, Function<Hit, String> cursor) {
    Answer<Found> answer = search.find(query);
    Found found = answer.content();
    List<ShownLead> leads =
        storefront.show(viewer, found.hits().stream().map(Hit::leadId).toList()).stream()
            .filter(lead -> isWanted(lead.card().slots(), query.filter()))
            .toList();

    @Nullable GeoPoint center = center(query.filter().area());
    boolean more = found.hits().size() == query.limit();
    return new LeadPageView(
        found.total(),
        leads.stream().map(lead -> LeadView.listed(lead, center)).toList(),
        facets(query, found),
        more ? cursor.apply(found.hits().getLast()) : null,
        name(answer.source()));
  }

  /// The index hears of a hold a moment later; the system of record knows it.
  private static boolean isWanted(Slots slots, Filter filter) {
    return filter.availableAt() == null || slots.free() > 0;
  }

  LeadMapView map(MapQuery query) {
    Answer<LeadMap> answer = search.map(query);
    return LeadMapView.of(answer.content(), name(answer.source()));
  }

  /// A contact is written down as seen before it leaves, and looked up again if that was new.
  Optional<LeadView> one(TeamId viewer, LeadId lead) {
    Optional<ShownLead> shown = storefront.show(viewer, lead);
    if (openings.open(viewer, shown.stream().flatMap(SearchLeads::owned).toList())) {
      shown = storefront.show(viewer, lead);
    }
    shown.ifPresent(it -> count(viewer, it));
    return shown.map(LeadView::whole);
  }

  private static Stream<LeadId> owned(ShownLead shown) {
    return shown instanceof ShownLead.Owned ? Stream.of(shown.card().leadId()) : Stream.empty();
  }

  /// Who looks at what can be bought wants such leads; who looks at his own has one.
  private void count(TeamId viewer, ShownLead shown) {
    if (shown instanceof ShownLead.Preview(LeadCard card) && card.slots().free() > 0) {
      views.seen(viewer, card.leadId(), new Segment(card.market(), card.property().type()));
    }
  }

  private static List<FacetView> facets(LeadQuery query, Found found) {
    return Arrays.stream(Facet.values()).map(facet -> facet(facet, query, found)).toList();
  }

  private static FacetView facet(Facet facet, LeadQuery query, Found found) {
    Set<String> chosen = query.filter().chosen().getOrDefault(facet, Set.of());
    List<ValueView> values =
        found.facets().getOrDefault(facet, List.of()).stream()
            .map(
                value ->
                    new ValueView(
                        value.value(),
                        facet.label(value.value()),
                        value.count(),
                        chosen.contains(value.value())))
            .toList();
    return new FacetView(facet.parameter(), values);
  }

  private static @Nullable GeoPoint center(Area area) {
    return area instanceof Area.Near(GeoPoint center, _) ? center : null;
  }

  private static String name(SearchWithFallback.Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
