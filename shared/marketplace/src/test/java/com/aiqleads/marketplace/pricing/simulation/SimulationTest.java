package com.aiqleads.marketplace.pricing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.pricing.PriceBook;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final double CALM_FLOOR = 0.93;
  private static final double SHOCK_FLOOR = 0.92;

  @Test
  void theBookTakesAlmostWhatAnOracleTakes() {
    assertThat(PricingBench.calm(3, 3)).isBetween(CALM_FLOOR, 1.0);
  }

  @Test
  void theBookFollowsAShock() {
    assertThat(PricingBench.shock(3, 3)).isBetween(SHOCK_FLOOR, 1.0);
  }

  /// Or the floors would say nothing.
  @Test
  void nobodyTakesMoreThanTheOracleAndWhoeverGuessesTakesLess() {
    KnownMarket market = KnownMarket.calm(7, 60);
    double best = Simulation.revenue(market, new Oracle(market.shockAt()), 0);

    for (double share : new double[] {0.4, 0.7, 1.4, 2.2}) {
      double other =
          Simulation.revenue(market, new Rescaled(new Oracle(market.shockAt()), share), 0);
      assertThat(other).isLessThan(best);
    }
    double alwaysTwenty = Simulation.revenue(market, new Rescaled(new Fixed(), 20), 0);
    assertThat(alwaysTwenty / best).isLessThan(0.85);
  }

  @Test
  void theSameSeedIsTheSameMarket() {
    assertThat(KnownMarket.calm(7, 20)).isEqualTo(KnownMarket.calm(7, 20));
    KnownMarket market = KnownMarket.shocked(7, 20, 10);
    assertThat(Simulation.revenue(market, new ByTheBook(PriceBook.FIRST, 6), 0))
        .isEqualTo(Simulation.revenue(market, new ByTheBook(PriceBook.FIRST, 6), 0));
  }

  private record Fixed() implements Seller {

    @Override
    public void hour(int hour, Iterable<OnSale> leads) {}

    @Override
    public double price(OnSale lead, int hour) {
      return 1;
    }

    @Override
    public void looked(OnSale lead, int hour, boolean bought) {}
  }

  private record Rescaled(Seller seller, double share) implements Seller {

    @Override
    public void hour(int hour, Iterable<OnSale> leads) {
      seller.hour(hour, leads);
    }

    @Override
    public double price(OnSale lead, int hour) {
      return seller.price(lead, hour) * share;
    }

    @Override
    public void looked(OnSale lead, int hour, boolean bought) {
      seller.looked(lead, hour, bought);
    }
  }
}
