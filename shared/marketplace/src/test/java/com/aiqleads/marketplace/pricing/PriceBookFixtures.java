package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Leads and books by what differs from the usual.
public final class PriceBookFixtures {

  private PriceBookFixtures() {}

  public static Circumstances aLead(long ageDays, int quality, int fraud) {
    return aLead(ageDays, quality, fraud, Market.NONE);
  }

  public static Circumstances aLead(long ageDays, int quality, int fraud, Market market) {
    return new Circumstances(List.of("fsbo"), "house", "FL", ageDays, quality, fraud, market);
  }

  public static Market costing(long cents) {
    return market(0, 0, null, null, Money.usd(cents));
  }

  public static Market market(
      int taken,
      long hoursUnwanted,
      @Nullable Long supply,
      @Nullable Long demand,
      @Nullable Money before) {
    return new Market(taken, hoursUnwanted, supply, demand, null, before, null);
  }

  /// The first book with other bases, floor and ceiling.
  public static Figures figures(Money base, Money floor, Money ceiling) {
    Figures first = PriceBook.FIRST.figures();
    return new Figures(
        first.baseBySource(),
        base,
        first.percentByType(),
        first.percentByState(),
        first.percentByAgeDays(),
        first.percentByTaken(),
        first.percentBySupply(),
        first.percentByDemand(),
        first.unsold(),
        first.exclusivePercent(),
        first.stepPercent(),
        floor,
        ceiling);
  }
}
