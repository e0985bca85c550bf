package com.aiqleads.marketplace.pricing.simulation;

import com.aiqleads.marketplace.pricing.simulation.KnownLead.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Places, their leads and their buyers over some months, the same for the same seed. What a place
/// is worth is what the first book says of its source, type and state, but for luck that the book
/// does not know. After the shock half of the places are worth three tenths more and are looked at
/// as much more often; the others are worth less by the same factor and looked at less.
record KnownMarket(List<KnownLead> leads, int shockAt, int end) {
  static final double CHEAPEST = 2.00;
  static final double DEAREST = 85.00;
  static final int NEVER = Integer.MAX_VALUE;
  private static final Map<String, Double> SOURCES =
      Map.of("fsbo", 24.0, "forsalebyowner", 22.0, "craigslist", 18.0);
  private static final Map<String, Double> TYPES =
      Map.of("house", 1.0, "condo", 0.85, "multi_family", 1.2);
  private static final Map<String, Double> STATES = Map.of("FL", 1.15, "TX", 1.1, "CA", 1.3);
  private static final double LUCK = 0.15;
  private static final double SHOCK = 1.3;

  /// The book's prices are right on average: a good price is above what a lead is worth to most, as
  /// there are few slots and many who look.
  private static final double ADMINS_SHARE = 0.75;

  private static final double LEADS_PER_DAY = 0.5;

  KnownMarket {
    leads = List.copyOf(leads);
  }

  static KnownMarket calm(long seed, int days) {
    return of(seed, days, NEVER);
  }

  static KnownMarket shocked(long seed, int days, int shockAtDay) {
    return of(seed, days, shockAtDay * 24);
  }

  private static KnownMarket of(long seed, int days, int shockAt) {
    Random random = new Random(seed);
    List<KnownLead> leads = new ArrayList<>();
    int number = 0;
    for (String source : SOURCES.keySet().stream().sorted().toList()) {
      for (String type : TYPES.keySet().stream().sorted().toList()) {
        for (String state : STATES.keySet().stream().sorted().toList()) {
          Place place = place(source, type, state, number++ % 2 == 0, random);
          add(place, days * 24, shockAt, random, leads);
        }
      }
    }
    return new KnownMarket(leads, shockAt, days * 24);
  }

  private static Place place(
      String source, String type, String state, boolean rises, Random random) {
    double worth =
        ADMINS_SHARE
            * SOURCES.getOrDefault(source, 0.0)
            * TYPES.getOrDefault(type, 0.0)
            * STATES.getOrDefault(state, 0.0)
            * Math.exp(LUCK * random.nextGaussian());
    double looks = 1 + random.nextDouble();
    return new Place(
        source,
        type,
        state,
        worth,
        looks,
        rises ? worth * SHOCK : worth / SHOCK,
        rises ? looks * SHOCK : looks / SHOCK);
  }

  private static void add(Place place, int end, int shockAt, Random random, List<KnownLead> leads) {
    for (int hour = 0; hour < end; hour++) {
      if (random.nextDouble() < LEADS_PER_DAY / 24) {
        int quality = 20 + random.nextInt(81);
        leads.add(new KnownLead(place, hour, quality, looks(place, hour, end, shockAt, random)));
      }
    }
  }

  private static List<Look> looks(Place place, int born, int end, int shockAt, Random random) {
    List<Look> looks = new ArrayList<>();
    for (int hour = born; hour < Math.min(end, born + KnownLead.LIFE_HOURS); hour++) {
      boolean comes = random.nextDouble() < place.looksPerHour(hour >= shockAt);
      double share = -Math.log(1 - random.nextDouble());
      if (comes) {
        looks.add(new Look(hour, share));
      }
    }
    return looks;
  }
}
