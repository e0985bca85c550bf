package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.time.Instant;

/// A lead kept for one team at one price until its time is up: by `lastUntil`, however often it
/// is extended.
public record Hold(
    HoldId id,
    LeadId lead,
    SaleMode mode,
    Money price,
    Instant heldAt,
    Instant until,
    Instant lastUntil,
    int extensionsLeft) {

  public Hold {
    if (until.isAfter(lastUntil) || !until.isAfter(heldAt) || extensionsLeft < 0) {
      throw new IllegalArgumentException(id + " cannot last from " + heldAt + " until " + until);
    }
  }
}
