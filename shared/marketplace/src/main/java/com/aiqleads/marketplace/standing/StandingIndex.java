package com.aiqleads.marketplace.standing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Standing orders as questions that wait for leads. Derived: the system of record is right where
/// they differ.
public interface StandingIndex {

  /// So that they are found from now on, unless it has as new ones. Ended and paused ones wait for
  /// nothing any more. One that it refuses keeps no other out.
  ///
  /// @return those that it refuses, whatever is tried
  /// @throws Missing if there is no index
  /// @throws com.aiqleads.marketplace.search.IndexUnavailable when there is no answer
  Set<StandingOrderId> put(Collection<StandingOrder> orders);

  /// Those that want this lead, as far as the index knows.
  ///
  /// @throws Missing if there is no index
  /// @throws com.aiqleads.marketplace.search.IndexUnavailable when there is no answer
  List<StandingOrderId> wanting(Arrival arrival, Instant moment);

  /// An empty one, if there is none.
  void make();

  /// There is no index: it has to be made, and all orders put into it.
  final class Missing extends RuntimeException {

    public Missing(String name) {
      super("there is no index " + name);
    }
  }
}
