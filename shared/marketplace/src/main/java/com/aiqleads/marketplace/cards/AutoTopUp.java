package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.TopUp;

/// When a wallet is filled by itself, by how much, and how much of that a month may have.
///
/// @param threshold with less than this to spend it is filled
/// @param monthlyCap of the months of the team's own time zone, each charge in that of its time
public record AutoTopUp(Money threshold, Money amount, Money monthlyCap) {

  public static final Money LEAST_THRESHOLD = Money.usd(1_00);
  public static final Money MOST_A_MONTH = Money.usd(100_000_00);

  public AutoTopUp {
    if (!isThreshold(threshold) || !TopUp.allows(amount) || !isCap(monthlyCap, amount)) {
      throw new IllegalArgumentException(
          "below %s, %s, at most %s".formatted(threshold, amount, monthlyCap));
    }
  }

  public static boolean isThreshold(Money threshold) {
    return isWithin(threshold, LEAST_THRESHOLD, TopUp.MOST);
  }

  public static boolean isCap(Money cap, Money amount) {
    return isWithin(cap, amount, MOST_A_MONTH);
  }

  private static boolean isWithin(Money money, Money least, Money most) {
    return money.currency().equals(least.currency())
        && money.compareTo(least) >= 0
        && money.compareTo(most) <= 0;
  }
}
