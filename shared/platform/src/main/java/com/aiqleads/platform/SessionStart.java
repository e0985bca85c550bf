package com.aiqleads.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who signed in, where to, when and by what. Whole milliseconds.
///
/// @param generation read together with the password, so that a password that is changed meanwhile
///     ends this session, too
/// @param codeShown whether the second factor was shown, by its app or a recovery code
public record SessionStart(
    SessionOwner owner, Instant at, Device device, Generation generation, boolean codeShown) {

  public SessionStart {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// By a password, or by a provider's word.
  public static SessionStart of(
      Membership member, Generation generation, Instant at, Device device) {
    return new SessionStart(member.owner(), at, device, generation, false);
  }

  public SessionStart withCode() {
    return new SessionStart(owner, at, device, generation, true);
  }

  /// The same sign-in, going on in another team of the person as a session of this generation.
  ///
  /// @param shown whether a code was shown in the session before, at its start or later
  public SessionStart goingOn(Membership member, Generation now, boolean shown) {
    return new SessionStart(member.owner(), at, device, now, shown);
  }

  public Instant endsAt() {
    return at.plus(RefreshFamilies.LIFETIME);
  }
}
