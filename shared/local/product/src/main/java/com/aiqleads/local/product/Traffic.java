package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What callers ask for: mostly searches, then single leads and maps, and now and then each other
/// route of the API that only reads.
final class Traffic {

  static final List<String> SEARCHES =
      List.of(
          "/leads",
          "/leads?q=pool",
          "/leads?q=garage%20garden&sort=price",
          "/leads?type=house&beds=3",
          "/leads?city=Miami%20FL&sort=quality",
          "/leads?city=Austin%20TX&qualityBand=good&sort=-price",
          "/leads?minPrice=10&maxPrice=40",
          "/leads?near=25.77,-80.19&radiusKm=20&sort=distance",
          "/leads?near=39.74,-104.99&radiusKm=10",
          "/leads?box=33.2,-112.4,33.8,-111.7",
          "/leads?source=fsbo&q=roof",
          "/leads?type=condo&beds=2&city=Denver%20CO");

  private static final List<String> MAPS =
      List.of("/leads/map?box=25.1,-80.9,26.4,-80.0", "/leads/map?box=29.9,-98.2,30.7,-97.3");

  private static final int ALL = 100;
  private static final int OF_SEARCHES = 60;
  private static final int OF_LEADS = 75;
  private static final int OF_MAPS = 85;

  private final List<String> leads;
  private final List<String> others;

  private Traffic(List<String> leads, List<String> others) {
    this.leads = leads;
    this.others = others;
  }

  static Traffic of(ApiClient buyer) {
    List<String> leads = new ArrayList<>();
    for (JsonNode lead : buyer.json("/leads?limit=100").path("leads")) {
      leads.add("/leads/" + lead.path("leadId").asText());
    }
    List<String> others = new ArrayList<>(List.of("/openapi.json"));
    for (Map.Entry<String, JsonNode> path :
        buyer.json("/openapi.json").path("paths").properties()) {
      boolean reads = path.getValue().has("get") && !path.getKey().contains("{");
      if (reads && buyer.get(path.getKey()).statusCode() == 200) {
        others.add(path.getKey());
      }
    }
    return new Traffic(leads, others);
  }

  /// All routes and ways to ask them.
  int size() {
    return SEARCHES.size() + leads.size() + MAPS.size() + others.size();
  }

  String next(Random random) {
    int share = random.nextInt(ALL);
    if (share < OF_SEARCHES) {
      return any(SEARCHES, random);
    }
    if (share < OF_LEADS) {
      return any(leads, random);
    }
    return any(share < OF_MAPS ? MAPS : others, random);
  }

  private static String any(List<String> paths, Random random) {
    return paths.get(random.nextInt(paths.size()));
  }
}
