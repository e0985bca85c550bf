package com.aiqleads.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Ends every session of a person that started before, perhaps but one: a new password ends what
/// the old one opened. It stands beside the password, so that one write does both.
public record SessionsSince(Instant at, Optional<FamilyId> kept) {

  public static final SessionsSince EVER = new SessionsSince(Instant.EPOCH, Optional.empty());

  public SessionsSince {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public boolean allows(FamilyId session, Instant startedAt) {
    return !startedAt.isBefore(at) || kept.filter(session::equals).isPresent();
  }
}
