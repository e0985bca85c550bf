package com.aiqleads.marketplace;

import com.aiqleads.kernel.Money;
import java.util.List;

/// What a lead costs, shared and alone, by which price book, and why.
public record Price(Money amount, Money exclusive, String priceBook, List<Reason> reasons) {

  public Price {
    if (amount.isNegative() || exclusive.compareTo(amount) < 0) {
      throw new IllegalArgumentException("no price: " + amount + ", alone " + exclusive);
    }
    reasons = List.copyOf(reasons);
  }
}
