package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Money;
import java.util.List;

/// The money of a team, in the order in which it is spent.
///
/// @param setAside for what the team holds
/// @param frozen while a bank decides who gets it
/// @param owed what was spent before a bank took it back
public record Wallet(Money balance, Money setAside, Money frozen, Money owed, List<Lot> lots) {

  public Wallet {
    lots = List.copyOf(lots);
  }

  /// Negative if more is owed than is there.
  public Money available() {
    return balance.minus(setAside).minus(frozen).minus(owed);
  }
}
