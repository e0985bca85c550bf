package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.IndexedLead;

/// A lead that is on sale at a price that it did not have before.
public record Arrival(IndexedLead lead, Money price, Money exclusive) {

  public Money price(SaleMode mode) {
    return switch (mode) {
      case SHARED -> price;
      case EXCLUSIVE -> exclusive;
    };
  }
}
