package com.aiqleads.lambda.http;

import java.time.Instant;
import java.util.List;

/// Counts requests for all instances of all functions together.
interface QuotaCounters {

  /// One counter of a team: its name there, and how far it may count.
  record Counter(String name, int limit) {}

  /// Where the counters stand, in the order in which they were asked for.
  ///
  /// @param admitted whether the request was counted: by all counters, or by none
  record Count(boolean admitted, List<Integer> used) {

    public Count {
      used = List.copyOf(used);
    }
  }

  /// Counts a request unless one of the counters has come to its limit.
  ///
  /// @param window when the minute began that it counts in
  Count count(String team, Instant window, List<Counter> counters);
}
