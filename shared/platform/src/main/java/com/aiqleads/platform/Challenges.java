package com.aiqleads.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who has shown the right password and still owes a code. The secret of a challenge opens nothing
/// by itself; it says which sign-in the code belongs to.
public interface Challenges {

  /// Long enough to take a phone out of a pocket.
  Duration LIFETIME = Duration.ofMinutes(5);

  void add(RandomSecret challenge, SessionStart start);

  /// Counted from the start of the sign-in.
  Optional<SessionStart> find(RandomSecret challenge, Instant now);

  /// True for one caller only.
  boolean use(RandomSecret challenge);
}
