package com.aiqleads.marketplace.pricing;

import com.aiqleads.marketplace.pricing.Shelf.Activity;

/// What buyers do in a segment, in points for a hundred leads on sale: a look counts one, a hold
/// [#HOLD], a sale [#SALE].
public final class Demand {
  public static final int HOLD = 5;
  public static final int SALE = 20;
  private static final int HUNDRED = 100;

  private Demand() {}

  public static long of(Activity activity, long views) {
    return (activity.points() + views) * HUNDRED / Math.max(1, activity.onSale());
  }
}
