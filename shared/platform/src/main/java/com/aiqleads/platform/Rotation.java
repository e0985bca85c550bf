package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;

/// What came of exchanging a refresh token for the next one.
public sealed interface Rotation {

  record Rotated(UserId user, TeamId team) implements Rotation {}

  record Refused(Reason reason) implements Rotation {}

  enum Reason {
    UNKNOWN,
    EXPIRED,
    REVOKED,
    /// Somebody showed a token that was exchanged before: thief or victim, so the family ends.
    REPLAYED
  }
}
