package com.aiqleads.marketplace.pricing.simulation;

import com.aiqleads.marketplace.pricing.PriceBook;
import java.util.Locale;

/// What the first price book takes, of what somebody takes who knows all buyers: over markets that
/// stay as they are, and over the month and a half that begins with a shock.
final class PricingBench {
  static final int DAYS = 90;
  static final int SHOCK_AT_DAY = 45;
  private static final int MARKETS = 20;

  private PricingBench() {}

  public static void main(String[] arguments) {
    System.out.printf(Locale.ROOT, "calm: %.3f%n", calm(MARKETS, 1));
    System.out.printf(Locale.ROOT, "shock: %.3f%n", shock(MARKETS, 1));
  }

  static double calm(int markets, int everyHours) {
    double ours = 0;
    double best = 0;
    for (int seed = 1; seed <= markets; seed++) {
      KnownMarket market = KnownMarket.calm(seed, DAYS);
      ours += Simulation.revenue(market, new ByTheBook(PriceBook.FIRST, everyHours), 0);
      best += Simulation.revenue(market, new Oracle(market.shockAt()), 0);
    }
    return ours / best;
  }

  static double shock(int markets, int everyHours) {
    double ours = 0;
    double best = 0;
    for (int seed = 1; seed <= markets; seed++) {
      KnownMarket market = KnownMarket.shocked(seed, DAYS, SHOCK_AT_DAY);
      Seller book = new ByTheBook(PriceBook.FIRST, everyHours);
      ours += Simulation.revenue(market, book, market.shockAt());
      best += Simulation.revenue(market, new Oracle(market.shockAt()), market.shockAt());
    }
    return ours / best;
  }
}
