package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;

/// What the state wants of a sale.
public interface Taxes {

  /// Nothing: the house is registered nowhere yet.
  Taxes NONE = (_, net) -> new Money(0, net.currency());

  Money on(TeamId team, Money net);
}
