package com.aiqleads.marketplace.delivery;

import com.aiqleads.marketplace.ShownLead;
import java.time.Instant;

/// What is brought somewhere. Personal: its text form says only what it is.
public sealed interface Freight {

  Instant at();

  /// Nothing but the way.
  record Test(Instant at) implements Freight {}

  record Lead(Parcel.Bought bought, ShownLead.Owned shown, Instant at) implements Freight {

    @Override
    public String toString() {
      return bought.lead().text();
    }
  }
}
