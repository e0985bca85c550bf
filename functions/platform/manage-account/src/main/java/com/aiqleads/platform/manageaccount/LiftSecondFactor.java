package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// For somebody who has lost the app and the recovery codes: an admin takes the second factor away,
/// who has made sure by other means who is asking. It ends every session of that person.
@Singleton
final class LiftSecondFactor {

  enum Outcome {
    LIFTED,
    UNKNOWN,
    NOT_ENROLLED,
    /// Whoever can still sign in puts another app in the place of this one.
    OWN
  }

  private final SecondFactors factors;
  private final Members members;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  LiftSecondFactor(
      SecondFactors factors,
      Members members,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.factors = factors;
    this.members = members;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  Outcome lift(SessionOwner admin, Email email) {
    return together.run(
        () ->
            members.withAddress(email).map(person -> lift(admin, person)).orElse(Outcome.UNKNOWN));
  }

  private Outcome lift(SessionOwner admin, Membership person) {
    if (person.user().id().equals(admin.user())) {
      return Outcome.OWN;
    }
    var _ = members.lockSessions(person.user().id());
    if (!(factors.of(person.user().id()) instanceof Enrolled)) {
      return Outcome.NOT_ENROLLED;
    }
    factors.remove(person.user().id());
    members.endSessions(person.user().id(), Optional.empty());
    write(admin, person.owner());
    return Outcome.LIFTED;
  }

  /// In both teams, so that it is seen where it was done and where it was done to somebody.
  private void write(SessionOwner admin, SessionOwner person) {
    Instant now = clock.instant();
    trail.add(AuditEntry.of(admin, Act.SECOND_FACTOR_LIFTED, person.user().text(), now));
    trail.add(AuditEntry.of(person, Act.SECOND_FACTOR_REMOVED, admin.user().text(), now));
  }
}
