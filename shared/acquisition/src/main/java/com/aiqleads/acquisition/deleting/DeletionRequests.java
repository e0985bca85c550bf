package com.aiqleads.acquisition.deleting;

import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.kernel.CorrelationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All requests that were pulled. Who it is stands here as a keyed hash of what the list said.
public interface DeletionRequests {

  /// A list of which requests can be answered now.
  record Answerable(String file, Map<String, DeletionStatus> byWorkItem) {}

  /// How it stands.
  ///
  /// @param pulledAt when the platform last said what there is
  /// @param waitingSince when the oldest of those came that are not answered
  record Standing(
      Optional<Instant> pulledAt,
      Optional<Instant> waitingSince,
      long requests,
      long waiting,
      long deleted,
      long notFound,
      long withdrawn) {}

  /// Those that are new.
  List<DeletionRequest> take(PullId pull, List<DeletionRequest> requests, Instant at);

  /// Those that were there, and of which nobody else asks the same.
  Set<ListedHash> withdraw(List<DeletionRequest> requests, Instant at);

  /// Of which requests nobody is known to be erased yet.
  Map<ListedHash, List<String>> unmatched(Set<ListedHash> hashes);

  void erasing(List<String> workItems, CorrelationId erasure);

  /// Some of them: who is erased without anything left, and who was not found.
  Optional<Answerable> answerable(PullId pull, int limit);

  void answered(Map<String, DeletionStatus> byWorkItem, Instant at);

  Standing standing();
}
