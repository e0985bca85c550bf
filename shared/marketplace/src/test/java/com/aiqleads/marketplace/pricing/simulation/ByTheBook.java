package com.aiqleads.marketplace.pricing.simulation;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Response;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The product's prices, from what the product sees: who looks and who buys, never what anybody
/// would have paid.
final class ByTheBook implements Seller {
  private static final double LEFT_AFTER_AN_HOUR = Math.pow(0.5, 1.0 / 24);
  private static final int MEASUREMENTS_AN_HOUR = 4;
  private static final int POINTS_OF_A_SALE = 20;

  private final Pricing pricing;
  private final int everyHours;
  private final IdentityHashMap<KnownLead, Money> prices = new IdentityHashMap<>();
  private final Map<Place, Double> looks = new HashMap<>();
  private final Map<Place, Double> bought = new HashMap<>();
  private final Map<Place, Long> responses = new HashMap<>();
  private long usual = -1;
  private final Map<Place, Double> points = new HashMap<>();
  private final Map<Place, Long> supply = new HashMap<>();

  ByTheBook(PriceBook book, int everyHours) {
    this.pricing = new Pricing(book);
    this.everyHours = everyHours;
  }

  @Override
  public void hour(int hour, Iterable<OnSale> leads) {
    points.replaceAll((_, before) -> before * LEFT_AFTER_AN_HOUR);
    looks.replaceAll((_, before) -> before * LEFT_AFTER_AN_HOUR);
    bought.replaceAll((_, before) -> before * LEFT_AFTER_AN_HOUR);
    for (int measurement = 0; measurement < MEASUREMENTS_AN_HOUR; measurement++) {
      measure();
    }
    supply.clear();
    leads.forEach(lead -> supply.merge(lead.lead().place(), 1L, Long::sum));
    for (OnSale lead : leads) {
      if (!prices.containsKey(lead.lead()) || hour % everyHours == 0) {
        prices.put(lead.lead(), quote(lead, hour));
      }
    }
  }

  private void measure() {
    double all = looks.values().stream().mapToDouble(each -> each).sum();
    if (all >= Response.FEWEST_LOOKS_OF_ALL) {
      double sold = bought.values().stream().mapToDouble(each -> each).sum();
      long taken = Response.taken(Math.round(all), Math.round(sold * 100));
      usual = usual < 0 ? taken : Response.usual(usual, taken);
      looks.forEach(this::follow);
    }
  }

  private void follow(Place place, double seen) {
    if (seen >= Response.FEWEST_LOOKS) {
      long sold = Math.round(bought.getOrDefault(place, 0.0) * 100);
      long before = responses.getOrDefault(place, Response.UNCHANGED);
      long taken = Response.taken(Math.round(seen), sold);
      responses.put(place, Response.next(before, taken, usual));
    }
  }

  private Money quote(OnSale lead, int hour) {
    KnownLead known = lead.lead();
    Place place = known.place();
    long around = supply.getOrDefault(place, 1L);
    long demand = Math.round(points.getOrDefault(place, 0.0) * 100 / around);
    Market market =
        new Market(
            lead.sold(),
            hour - lead.wantedAt(),
            around,
            demand,
            responses.getOrDefault(place, Response.UNCHANGED) / 10_000,
            prices.get(known),
            null);
    return pricing
        .quote(
            new Circumstances(
                List.of(place.source()),
                place.type(),
                place.state(),
                (hour - known.bornAt()) / 24,
                known.quality(),
                0,
                market))
        .price()
        .amount();
  }

  @Override
  public double price(OnSale lead, int hour) {
    Money price = prices.get(lead.lead());
    return price == null ? Double.MAX_VALUE : price.minorUnits() / 100.0;
  }

  @Override
  public void looked(OnSale lead, int hour, boolean buys) {
    looks.merge(lead.lead().place(), 1.0, Double::sum);
    bought.merge(lead.lead().place(), buys ? 1.0 : 0.0, Double::sum);
    points.merge(lead.lead().place(), buys ? 1.0 + POINTS_OF_A_SALE : 1.0, Double::sum);
  }
}
