package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;

/// What somebody wants to pay into the wallet of a team.
public record TopUp(PaymentId id, UserId buyer, Money amount) {

  public static final Money LEAST = Money.usd(5_00);
  public static final Money MOST = Money.usd(10_000_00);

  public TopUp {
    if (!allows(amount)) {
      throw new IllegalArgumentException(LEAST + " to " + MOST + ", not " + amount);
    }
  }

  public static boolean allows(Money amount) {
    return amount.currency().equals(LEAST.currency())
        && amount.compareTo(LEAST) >= 0
        && amount.compareTo(MOST) <= 0;
  }
}
