package com.aiqleads.platform;

import java.util.Optional;

/// Ends every session of a person that is of a generation before, perhaps but one: a new password
/// ends what the old one opened. It stands beside the password, so that one write does both.
public record SessionsSince(Generation generation, Optional<FamilyId> kept) {

  public static final SessionsSince EVER = new SessionsSince(Generation.FIRST, Optional.empty());

  public boolean allows(FamilyId session, Generation of) {
    return of.equals(generation) || kept.filter(session::equals).isPresent();
  }
}
