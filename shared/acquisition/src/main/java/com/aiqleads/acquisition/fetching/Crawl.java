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
  record Searching(Target target, Instant round, List<PageRequest> left) implements Crawl {

    /// A search that would need more is given up as far as it does: no market has so many listings.
    public static final int MAX_LEFT = 200;

    public Searching {
      left = List.copyOf(left);
      if (left.isEmpty()) {
        throw new IllegalArgumentException("a search with nothing left is done");
      }
    }

    public PageRequest next() {
      return left.getFirst();
    }

    /// What is left once the next request has been answered, and led to these.
    public Crawl then(List<PageRequest> found) {
      List<PageRequest> rest =
          Stream.concat(found.stream(), left.stream().skip(1)).distinct().limit(MAX_LEFT).toList();
      return rest.isEmpty() ? new Searched(target, round) : new Searching(target, round, rest);
    }
  }

  record Searched(Target target, Instant round) implements Crawl {}
}
