package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.PriceBand;
import com.aiqleads.marketplace.search.Words;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.BuyBox;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.testkit.SearchService;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How long it takes to ask a hundred thousand standing orders of twenty cities which of them want
/// a new lead. Every twenty-fifth answer is held against the rule.
public final class StandingOrdersBench {
  private static final int ORDERS = 100_000;
  private static final int PAGE = 5_000;
  private static final int WARM_UP = 100;
  private static final int MEASURED = 500;
  private static final int CHECKED_EVERY = 25;
  private static final int CITIES = 20;
  private static final double P99 = 0.99;
  private static final List<String> TYPES = List.of("house", "condo", "land", "multi_family");
  private static final List<String> BANDS = List.of("good", "fair", "excellent", "poor");
  private static final List<String> SOURCES = List.of("fsbo", "forsalebyowner", "craigslist");
  private static final List<String> TERMS =
      List.of("pool", "garage", "roof", "waterfront", "fixer", "garden", "corner", "new", "loft");

  private final Random random = new Random(20_261_122);
  private final OpenSearchStandingIndex index;
  private final List<StandingOrder> orders = new ArrayList<>();
  private long wanting;

  private StandingOrdersBench(SearchService service) {
    this.index =
        new OpenSearchStandingIndex(
            Stores.openSearch(service.endpoint()),
            "standing-bench",
            SearchStore.mapping(
                Stores.JSON, SearchStore.STANDING_ORDERS + "-v" + OpenSearchStandingIndex.MAPPING));
  }

  public static void main(String[] arguments) {
    StandingOrdersBench bench = new StandingOrdersBench(new SearchService());
    long start = System.nanoTime();
    bench.fill();
    System.out.printf(
        Locale.ROOT, "standing-orders-fill: %.0f s%n", (System.nanoTime() - start) / 1e9);
    bench.ask(WARM_UP);
    bench.wanting = 0;
    double[] millis = bench.ask(MEASURED);
    Arrays.sort(millis);
    System.out.printf("standing-orders-filled: %d%n", bench.orders.size());
    System.out.printf("standing-orders-wanting: %d a lead%n", bench.wanting / MEASURED);
    System.out.printf(Locale.ROOT, "standing-orders-p50: %.1f ms%n", millis[MEASURED / 2]);
    System.out.printf(
        Locale.ROOT, "standing-orders-p99: %.1f ms%n", millis[(int) (MEASURED * P99)]);
    System.out.printf(
        Locale.ROOT,
        "standing-orders-load: %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.exit(0);
  }

  private void fill() {
    index.make();
    for (int number = 0; number < ORDERS; number++) {
      Terms terms = StandingFixtures.buying(Money.usd(5_00 + random.nextInt(60) * 1_00L));
      Terms mode =
          StandingFixtures.in(terms, random.nextInt(5) == 0 ? SaleMode.EXCLUSIVE : SaleMode.SHARED);
      orders.add(
          StandingFixtures.order(
              "order " + number,
              StandingFixtures.team("team " + random.nextInt(1_000)),
              StandingFixtures.lookingFor(mode, search())));
    }
    for (int from = 0; from < ORDERS; from += PAGE) {
      index.put(orders.subList(from, Math.min(ORDERS, from + PAGE)));
    }
  }

  /// A third by the city, a third by a circle, a third by a box; then what buyers add.
  private Map<String, String> search() {
    Map<String, String> search = new TreeMap<>();
    int city = random.nextInt(CITIES);
    GeoPoint place = around(city);
    switch (random.nextInt(3)) {
      case 0 -> search.put("city", name(city));
      case 1 -> {
        search.put(
            "near", String.format(Locale.ROOT, "%.4f,%.4f", place.latitude(), place.longitude()));
        search.put("radiusKm", Integer.toString(2 + random.nextInt(40)));
      }
      default ->
          search.put(
              "box",
              String.format(
                  Locale.ROOT,
                  "%.4f,%.4f,%.4f,%.4f",
                  place.latitude() - 0.2,
                  place.longitude() - 0.2,
                  place.latitude() + 0.2,
                  place.longitude() + 0.2));
    }
    if (random.nextInt(2) == 0) {
      search.put("type", pick(TYPES));
    }
    if (random.nextInt(3) == 0) {
      search.put("q", pick(TERMS));
    }
    if (random.nextInt(3) == 0) {
      search.put("beds", "3,4,5");
    }
    if (random.nextInt(4) == 0) {
      search.put("qualityBand", "good,excellent");
    }
    if (random.nextInt(4) == 0) {
      search.put("maxAsking", Integer.toString(200_000 + random.nextInt(800_000)));
    }
    return BuyBox.of(search).search();
  }

  private double[] ask(int leads) {
    double[] millis = new double[leads];
    for (int number = 0; number < leads; number++) {
      Arrival arrival = arrival(number);
      long start = System.nanoTime();
      List<StandingOrderId> found = index.wanting(arrival, StandingFixtures.MADE_AT);
      millis[number] = (System.nanoTime() - start) / 1e6;
      wanting += found.size();
      if (number % CHECKED_EVERY == 0) {
        check(arrival, new HashSet<>(found));
      }
    }
    return millis;
  }

  private void check(Arrival arrival, Set<StandingOrderId> found) {
    Set<StandingOrderId> expected =
        orders.stream()
            .filter(order -> order.wants(arrival, StandingFixtures.MADE_AT))
            .map(StandingOrder::id)
            .collect(Collectors.toSet());
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "the index found " + found.size() + " orders, the rule " + expected.size());
    }
  }

  private Arrival arrival(int number) {
    int city = random.nextInt(CITIES);
    Money price = Money.usd(5_00 + random.nextInt(40) * 1_00L);
    Money exclusive = Money.usd(price.minorUnits() * 3);
    return new Arrival(
        new IndexedLead(
            OfferFixtures.leadId(number),
            1,
            0,
            Words.of(pick(TERMS) + " " + pick(TERMS) + " house in a good street of a quiet town"),
            name(city),
            pick(TYPES),
            Integer.toString(random.nextInt(6)),
            PriceBand.of(price).id(),
            pick(BANDS),
            List.of(pick(SOURCES)),
            price.minorUnits(),
            (150_000 + random.nextInt(900_000)) * 100L,
            20 + random.nextInt(80),
            0,
            Cell.of(around(city))),
        price,
        exclusive);
  }

  private static String name(int city) {
    return "City " + city + " FL";
  }

  private GeoPoint around(int city) {
    return new GeoPoint(
        26 + city * 0.9 + (random.nextDouble() - 0.5) * 0.6,
        -120 + city * 2.1 + (random.nextDouble() - 0.5) * 0.6);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
