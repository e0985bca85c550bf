package com.aiqleads.marketplace;

import com.aiqleads.kernel.Money;
import java.util.List;

/// What a lead costs, by which price book, and why.
public record Price(Money amount, String priceBook, List<Reason> reasons) {

  public Price {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("a price is never negative: " + amount);
    }
    reasons = List.copyOf(reasons);
  }
}
