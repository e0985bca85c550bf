package com.aiqleads.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who signed in, where to, when and by what. Whole milliseconds.
///
/// @param generation read together with the password, so that a password that is changed meanwhile
///     ends this session, too
public record SessionStart(SessionOwner owner, Instant at, Device device, Generation generation) {

  public SessionStart {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// The same sign-in, going on in another team of the person as a session of this generation.
  public SessionStart goingOn(Membership member, Generation now) {
    return new SessionStart(member.owner(), at, device, now);
  }

  public Instant endsAt() {
    return at.plus(RefreshFamilies.LIFETIME);
  }
}
