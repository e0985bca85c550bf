package com.aiqleads.acquisition.fetching;

import com.aiqleads.kernel.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Which pages a search has met so far. Only a search that left nothing out, met no closed door and
/// no page that it could not read shows what is missing.
///
/// @param whole whether nothing was left out so far
/// @param marks short names of the pages met; two that share one are both met
public record Sweep(boolean whole, Set<Long> marks) {

  public static final Sweep START = new Sweep(true, Set.of());
  public static final Sweep BROKEN = new Sweep(false, Set.of());

  /// Of 8 bytes each, kept in one item with the rest of a search; no market has more.
  public static final int MAX_MARKS = 20_000;

  public Sweep {
    marks = Set.copyOf(marks);
  }

  public Sweep meeting(Collection<String> addresses) {
    if (!whole || addresses.isEmpty()) {
      return this;
    }
    Set<Long> more = new HashSet<>(marks);
    addresses.forEach(address -> more.add(mark(address)));
    return more.size() <= MAX_MARKS ? new Sweep(true, more) : BROKEN;
  }

  /// Whether the search, which is at its end, shows that a page is missing.
  public boolean misses(String address) {
    return whole && !marks.contains(mark(address));
  }

  private static long mark(String address) {
    return Ids.derived("met", address).getMostSignificantBits();
  }
}
