package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.parsing.Leaves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Homes as pages of a site say them, each as unlike the others as homes are.
public final class WatchingFixtures {

  static final String VERSION = "homes-1";

  private WatchingFixtures() {}

  public static Sighted aHome(int number) {
    int bedrooms = 2 + number % 4;
    double bathrooms = 1 + number % 3 / 2.0;
    int area = 600 * bedrooms + 13 * (number % 17);
    Map<String, String> values = new TreeMap<>();
    values.put("title", Sighted.mark("home " + number));
    values.put("zip", Sighted.mark("331" + number % 40));
    values.put("price", String.valueOf(area * (300 + number % 60)));
    values.put("bedrooms", String.valueOf(bedrooms));
    values.put("bathrooms", String.valueOf(bathrooms));
    values.put("living-area", String.valueOf(area));
    values.put("latitude", String.valueOf(25.7 + number % 20 / 1000.0));
    values.put("longitude", String.valueOf(-80.2 - number % 20 / 1000.0));
    derive(values);
    return Sighted.of("home-" + number, values);
  }

  private static void derive(Map<String, String> values) {
    double beds = Double.parseDouble(values.getOrDefault("bedrooms", "0"));
    double baths = Double.parseDouble(values.getOrDefault("bathrooms", "0"));
    values.put("bedrooms-over-bathrooms", String.valueOf(beds - baths));
    if (values.containsKey("price")) {
      double price = Double.parseDouble(values.getOrDefault("price", "0"));
      double area = Double.parseDouble(values.getOrDefault("living-area", "1"));
      values.put("price-per-sqft", String.valueOf(price / area));
    } else {
      values.remove("price-per-sqft");
    }
  }

  /// Homes of which something was read otherwise.
  public static Batch homes(int from, int count, BiConsumer<Integer, Map<String, String>> change) {
    List<Looked> pages = new ArrayList<>();
    IntStream.range(from, from + count)
        .forEach(
            number -> {
              Map<String, String> values = new TreeMap<>(aHome(number).values());
              change.accept(number, values);
              derive(values);
              Sighted home = Sighted.of("home-" + number, values);
              pages.add(looked(number, new Sighting(VERSION, Sighting.READ, List.of(home))));
            });
    return new Batch(Scope.Kind.LISTING, pages);
  }

  public static Batch homes(int from, int count) {
    return homes(from, count, (_, _) -> {});
  }

  static Batch refused(Scope.Kind kind, String outcome, int count) {
    return new Batch(
        kind,
        IntStream.range(0, count)
            .mapToObj(at -> looked(at, new Sighting(VERSION, outcome, List.of())))
            .toList());
  }

  static Looked looked(int number, Sighting sighting) {
    return new Looked("/homes/home-" + number + "/", sighting, Leaves.of(page(number), "/"));
  }

  /// As its page has it: each figure once in markup and once in data.
  static String page(int number) {
    Map<String, String> values = aHome(number).values();
    return """
    <html><body><h1 class="title">home %d</h1><span class="cost">$%s</span>
    <div class="rooms">%s</div>
    <script type="application/json">{"home":{"price":%s,"baths":%s}}</script></body></html>
    """
        .formatted(
            number,
            values.get("price"),
            values.get("bedrooms"),
            values.get("price"),
            values.get("bathrooms"));
  }

  /// A scope that knows a hundred homes.
  public static Watched aWatchedScope() {
    return new Watched(Profile.NONE.and(homes(0, 100)), null);
  }
}
