package com.aiqleads.acquisition.deleting;

import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All requests that were pulled, and how far each pull has come. Who it is stands here as a keyed
/// hash of what the list said.
public interface DeletionRequests {

  /// A pull whose requests are not all answered.
  ///
  /// @param comparedTo the last advertisement that the lists were compared with; missing before
  /// the first
  record Pull(PullId id, boolean isRead, boolean isCompared, Optional<ListingId> comparedTo) {}

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

  /// The same pull again changes nothing.
  void begin(PullId pull, Instant at);

  /// There was nothing to pull, which counts as having pulled.
  void nothingNew(PullId pull, Instant at);

  boolean isRead(PullId pull);

  Optional<Pull> open();

  /// Those that are new.
  List<DeletionRequest> take(PullId pull, List<DeletionRequest> requests, Instant at);

  /// Those that were there, and of which nobody else asks the same.
  Set<ListedHash> withdraw(List<DeletionRequest> requests, Instant at);

  void read(PullId pull, Instant at);

  /// Of which requests nobody is known to be erased yet.
  Map<ListedHash, List<String>> unmatched(Set<ListedHash> hashes);

  void erasing(List<String> workItems, CorrelationId erasure);

  void comparedTo(PullId pull, ListingId listing);

  void compared(PullId pull, Instant at);

  /// Some of them: who is erased without anything left, and who was not found.
  Optional<Answerable> answerable(PullId pull, int limit);

  /// A number that no answer to this pull had before.
  int nextPart(PullId pull);

  void answered(Map<String, DeletionStatus> byWorkItem, Instant at);

  /// Whether nothing is left to be answered; then the pull is no longer open.
  boolean finish(PullId pull, Instant at);

  Standing standing();
}
