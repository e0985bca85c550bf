package com.aiqleads.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who signed in, where to and when: from the moment at which the password was looked up, so that a
/// password that is changed meanwhile ends this session, too. Whole milliseconds.
public record SessionStart(SessionOwner owner, Instant at, Device device) {

  public SessionStart {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static SessionStart of(Membership member, Instant at, Device device) {
    return new SessionStart(member.owner(), at, device);
  }

  public Instant endsAt() {
    return at.plus(RefreshFamilies.LIFETIME);
  }
}
