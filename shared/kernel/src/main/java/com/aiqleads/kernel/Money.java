package com.aiqleads.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An exact amount: minor units (cents) of one currency.
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  private static final Currency USD = Currency.getInstance("USD");

  public static Money usd(long cents) {
    return new Money(cents, USD);
  }

  /// Rounds half to even, once: call it last.
  public static Money rounded(BigDecimal majorUnits, Currency currency) {
    BigDecimal minor = majorUnits.movePointRight(currency.getDefaultFractionDigits());
    return new Money(minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  public BigDecimal majorUnits() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  public boolean isNegative() {
    return minorUnits < 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, sameCurrency(other).minorUnits);
  }

  @Override
  public String toString() {
    return majorUnits() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }
}
