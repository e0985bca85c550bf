package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Money;
import java.util.List;

/// The money of a team, in the order in which it is spent.
///
/// @param setAside for what the team holds
public record Wallet(Money balance, Money setAside, List<Lot> lots) {

  public Wallet {
    lots = List.copyOf(lots);
  }

  public Money available() {
    return balance.minus(setAside);
  }
}
