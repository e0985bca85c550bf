package com.aiqleads.marketplace.taxes;

import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A part of a price, rounded half to even.
public record TaxRate(int millionths) {

  public static final TaxRate NONE = new TaxRate(0);

  private static final int MOST = 500_000;
  private static final BigDecimal ONE = BigDecimal.valueOf(1_000_000);

  public TaxRate {
    if (millionths < 0 || millionths > MOST) {
      throw new IllegalArgumentException("no rate of a tax: " + millionths);
    }
  }

  /// What comes on top of a price.
  public Money on(Money net) {
    return part(net, ONE);
  }

  /// What of a price that includes it is tax.
  public Money within(Money gross) {
    return part(gross, ONE.add(BigDecimal.valueOf(millionths)));
  }

  private Money part(Money of, BigDecimal whole) {
    BigDecimal part =
        BigDecimal.valueOf(of.minorUnits())
            .multiply(BigDecimal.valueOf(millionths))
            .divide(whole, 0, RoundingMode.HALF_EVEN);
    return new Money(part.longValueExact(), of.currency());
  }
}
