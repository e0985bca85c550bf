package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.search.Area;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Why an order did not even come into question for a lead: from the terms that were in force when
/// it was allocated, and the lead as it was then.
public record Why(Miss miss, List<String> parts) {

  public Why {
    parts = List.copyOf(parts);
  }

  public static Why of(Miss miss) {
    return new Why(miss, List.of());
  }

  /// Empty if the order did come into question.
  public static Optional<Why> not(
      StandingOrder.State state, Terms terms, Arrival arrival, Instant moment) {
    if (state == StandingOrder.State.PAUSED) {
      return Optional.of(of(Miss.PAUSED));
    }
    if (state == StandingOrder.State.ENDED || terms.isOverAt(moment)) {
      return Optional.of(of(Miss.EXPIRED));
    }
    List<String> parts = gaps(terms.box().filter(), arrival.lead());
    if (!parts.isEmpty()) {
      return Optional.of(new Why(Miss.OUTSIDE_BUY_BOX, parts));
    }
    return terms.isAffordable(arrival)
        ? Optional.empty()
        : Optional.of(new Why(Miss.ABOVE_LIMIT, List.of(overLimit(terms, arrival))));
  }

  private static String overLimit(Terms terms, Arrival arrival) {
    return "It cost "
        + arrival.price(terms.mode())
        + " "
        + terms.mode().text()
        + ", and the limit is "
        + terms.limit().orElseThrow()
        + ".";
  }

  /// Each part of the search that the lead does not meet; none if it meets all.
  static List<String> gaps(Filter filter, IndexedLead lead) {
    List<String> gaps = new ArrayList<>();
    List<String> missing =
        filter.words().stream().filter(word -> !lead.words().contains(word)).toList();
    if (!missing.isEmpty()) {
      gaps.add("It lacks the words " + String.join(", ", missing) + ".");
    }
    for (Facet facet : Facet.values()) {
      Set<String> chosen = filter.chosen().get(facet);
      if (chosen != null && lead.values(facet).stream().noneMatch(chosen::contains)) {
        gaps.add(
            facet.parameter()
                + " is "
                + labels(facet, lead.values(facet))
                + ", not "
                + labels(facet, new TreeSet<>(chosen))
                + ".");
      }
    }
    if (!filter.price().contains(lead.priceCents())) {
      gaps.add("Its price is " + Money.usd(lead.priceCents()) + ", not " + range(filter.price()));
    }
    if (!filter.asking().equals(Range.ALL)) {
      askingGap(filter.asking(), lead.askingCents()).ifPresent(gaps::add);
    }
    if (!filter.area().contains(lead.cell())) {
      gaps.add(
          switch (filter.area()) {
            case Area.Near near ->
                "It is "
                    + lead.cell().metresFrom(near.center()) / 1_000
                    + " km from the place,"
                    + " and the radius is "
                    + near.radiusMetres() / 1_000
                    + " km.";
            case Area.Within _, Area.Everywhere _ -> "It is outside the part of the map.";
          });
    }
    return gaps;
  }

  private static Optional<String> askingGap(Range wanted, @Nullable Long asking) {
    if (asking == null) {
      return Optional.of("Nobody says what is asked for the home.");
    }
    return wanted.contains(asking)
        ? Optional.empty()
        : Optional.of(Money.usd(asking) + " is asked for the home, not " + range(wanted));
  }

  private static String labels(Facet facet, Collection<String> values) {
    return String.join(" or ", values.stream().map(facet::label).toList());
  }

  private static String range(Range range) {
    Long from = range.from();
    Long to = range.to();
    if (from == null) {
      return "at most " + Money.usd(Objects.requireNonNull(to)) + ".";
    }
    return to == null
        ? "at least " + Money.usd(from) + "."
        : Money.usd(from) + " to " + Money.usd(to) + ".";
  }
}
