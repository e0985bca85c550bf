package com.aiqleads.acquisition.fetching;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// How far the search for a target's listings has come; kept, so that a killed run goes on there.
public sealed interface Crawl {

  Target target();

  /// The scheduled time that began it.
  Instant round();

  /// Not yet at its end.
  ///
  /// @param left what is still to be asked for, the next first; at least one
  /// @param sweep what it has met so far
  record Searching(Target target, Instant round, List<PageRequest> left, Sweep sweep)
      implements Crawl {

    /// A search that would need more is given up as far as it does: no market has so many listings.
    public static final int MAX_LEFT = 200;

    public Searching {
      left = List.copyOf(left);
      if (left.isEmpty()) {
        throw new IllegalArgumentException("a search with nothing left is done");
      }
    }

    public Searching(Target target, Instant round, List<PageRequest> left) {
      this(target, round, left, Sweep.START);
    }

    public PageRequest next() {
      return left.getFirst();
    }

    /// What is left once the next request has been answered, and led to these.
    public Crawl then(List<PageRequest> found) {
      return then(found, sweep);
    }

    /// The same, having met more.
    public Crawl then(List<PageRequest> found, Sweep now) {
      List<PageRequest> all =
          Stream.concat(found.stream(), left.stream().skip(1)).distinct().toList();
      return all.isEmpty()
          ? new Searched(target, round)
          : new Searching(
              target,
              round,
              all.subList(0, Math.min(all.size(), MAX_LEFT)),
              all.size() <= MAX_LEFT ? now : Sweep.BROKEN);
    }
  }

  record Searched(Target target, Instant round) implements Crawl {}
}
