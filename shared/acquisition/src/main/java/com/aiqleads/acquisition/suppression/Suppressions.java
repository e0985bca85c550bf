package com.aiqleads.acquisition.suppression;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// All keys that are refused. They outlive the data that they stood in: else the next look at a
/// site would bring it back.
public interface Suppressions {

  /// How many changes are shown: the newest.
  int MAX_CHANGES = 200;

  /// Who wants it, and why.
  record Wish(String by, String reason, Instant at) {}

  /// Those of the keys that are refused, in one question: also by what only a list's hash is known
  /// of.
  Set<SuppressionKey> among(Set<SuppressionKey> keys);

  /// How many of them were not suppressed before.
  int add(Set<SuppressionKey> keys, Wish wish);

  /// Pages that are refused for as long as one of the causes is: whoever is let in again is looked
  /// at again. Also of a cause of which only a list's hash is known.
  void addPages(Set<SuppressionKey> pages, Set<SuppressionKey> causes, Instant at);

  /// How many of them were suppressed before.
  int lift(Set<SuppressionKey> keys, Wish wish);

  /// Of somebody on a deletion list, whom we may not know.
  int addListed(Collection<ListedHash> hashes, Wish wish);

  int liftListed(Collection<ListedHash> hashes, Wish wish);

  /// The newest first.
  List<SuppressionChange> changes();
}
