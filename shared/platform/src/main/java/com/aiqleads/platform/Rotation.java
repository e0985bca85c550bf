package com.aiqleads.platform;

/// What came of exchanging a refresh token for the next one.
public sealed interface Rotation {

  record Rotated(SessionStart start) implements Rotation {}

  record Refused(Reason reason) implements Rotation {}

  /// Somebody showed a token that was exchanged before: thief or victim, so the family ends.
  record Replayed(SessionOwner owner) implements Rotation {}

  enum Reason {
    UNKNOWN,
    EXPIRED,
    REVOKED,
    /// The token was exchanged a moment ago; whoever did that has the next one.
    LATE
  }
}
