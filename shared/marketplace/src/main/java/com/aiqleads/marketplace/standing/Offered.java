package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;

/// A lead as it is allocated: one version of it at one of its prices.
///
/// @param free how many of its slots nobody held or had
/// @param givenBack by somebody who has had it: nobody can have it alone any more
public record Offered(
    LeadId lead,
    long version,
    int revision,
    Money price,
    Money exclusive,
    int slots,
    int free,
    boolean givenBack) {

  Money price(SaleMode mode) {
    return switch (mode) {
      case SHARED -> price;
      case EXCLUSIVE -> exclusive;
    };
  }
}
