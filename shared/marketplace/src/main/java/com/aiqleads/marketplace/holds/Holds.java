package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.TeamId;
import java.util.List;

/// What teams hold. Whether a hold is over is decided by the store's own clock, whenever somebody
/// looks: nothing has to run for a lead to be free again.
public interface Holds {

  /// One answer for each wish, in their order. A lead is never held by more teams than it has
  /// slots, however many ask at once; who already holds one gets the same hold.
  List<HoldAnswer> hold(TeamId team, Wishes wishes);

  Extension extend(TeamId team, HoldId hold);

  Release release(TeamId team, HoldId hold);

  /// What can be bought now, that which ends first, first.
  List<CartLine> cart(TeamId team);

  /// Writes down what has ended by itself, of the teams of at most so many holds. Says how many
  /// there were; only housekeeping.
  int endOverdue(int most);
}
