package com.aiqleads.marketplace.holds;

import com.aiqleads.marketplace.Availability;
import java.util.Collection;
import java.util.List;

/// Whether leads can be held, as told to others.
public interface Availabilities {

  /// Compares the leads of these holds with what was told of them last; those that differ get a
  /// change. Last in the transaction that touched the holds: until its end others wait for it who
  /// touch the same leads.
  List<Availability> note(Collection<HoldId> holds);

  /// Compares leads of which more may be known than was told: those that somebody changed without
  /// telling, and those that were full until now.
  List<Availability> noteInDoubt(int most);

  /// Whether there are such leads.
  boolean anyInDoubt();
}
