package com.aiqleads.acquisition.deleting;

import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.Optional;

/// How far each pull has come: its lists are read, compared with all advertisements, answered.
public interface DeletionPulls {

  /// A pull whose requests are not all answered.
  ///
  /// @param comparedTo the last advertisement that the lists were compared with; missing before
  /// the first
  record Pull(PullId id, boolean isRead, boolean isCompared, Optional<ListingId> comparedTo) {}

  /// The same pull again changes nothing.
  void begin(PullId pull, Instant at);

  /// There was nothing to pull, which counts as having pulled.
  void nothingNew(PullId pull, Instant at);

  boolean isRead(PullId pull);

  Optional<Pull> open();

  void read(PullId pull, Instant at);

  void comparedTo(PullId pull, ListingId listing);

  void compared(PullId pull, Instant at);

  /// A number that no answer to this pull had before.
  int nextPart(PullId pull);

  /// Whether nothing is left to be answered; then the pull is no longer open.
  boolean finish(PullId pull, Instant at);
}
