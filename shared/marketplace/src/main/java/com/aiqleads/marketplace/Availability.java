package com.aiqleads.marketplace;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;

/// Until when nobody can hold a lead, for all its slots are held or sold. Nothing tells that the
/// time has come: whoever reads it compares.
///
/// @param change rises with every change of this lead: what comes late is known by it
public record Availability(LeadId lead, long change, Instant fullUntil) {

  /// Of a lead that can be held now.
  public static final Instant FREE = Instant.EPOCH;

  /// Of a lead that is sold as often as it may be.
  public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  public boolean isFullAt(Instant moment) {
    return fullUntil.isAfter(moment);
  }
}
