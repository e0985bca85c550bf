package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Only ever grows; the store itself refuses changes.
public interface AuditTrail {

  int PAGE = 50;

  /// Where to read on: what is older than this, the newest first.
  record Before(Instant at, UUID id) {

    /// Beyond it are times that no store holds.
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public static final Before NOW = new Before(LATEST, new UUID(0, 0));

    public Before {
      if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
        throw new IllegalArgumentException("nothing was done at " + at);
      }
    }
  }

  /// By the API key with whose token the request came, if the entry names none: nobody has to think
  /// of it.
  void add(AuditEntry entry);

  /// What one person did, at most [#PAGE] entries.
  List<AuditEntry> of(TeamId team, UserId person, Before before);

  /// What anybody in the team did, at most [#PAGE] entries.
  List<AuditEntry> of(TeamId team, Before before);
}
