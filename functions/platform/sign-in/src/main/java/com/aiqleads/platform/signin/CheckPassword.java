package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.WrongPasswords;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An unknown address, somebody without a password and a wrong password cost the same and look the
/// same.
@Singleton
final class CheckPassword {

  sealed interface Outcome {}

  /// The password of this generation.
  record Right(Membership member, Generation generation) implements Outcome {}

  record Wrong() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  private static final SessionOwner NOBODY =
      new SessionOwner(new UserId(new UUID(0, 0)), new TeamId(new UUID(0, 0)));

  private final Members members;
  private final Passwords passwords;
  private final WrongPasswords wrong;
  private final AuditTrail trail;

  CheckPassword(Members members, Passwords passwords, WrongPasswords wrong, AuditTrail trail) {
    this.members = members;
    this.passwords = passwords;
    this.wrong = wrong;
    this.trail = trail;
  }

  Outcome check(Email email, Password password, Network from, Instant now) {
    Optional<Duration> wait = wrong.admit(email, from, now);
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    Optional<Credentials> known = members.withEmail(email);
    if (!matches(password, known)) {
      refuse(known, now);
      return new Wrong();
    }
    wrong.giveBack(email, from, now);
    return new Right(known.orElseThrow().membership(), known.orElseThrow().generation());
  }

  private boolean matches(Password password, Optional<Credentials> known) {
    if (known.isEmpty()) {
      var _ = passwords.hash(password);
    }
    return known.filter(found -> passwords.matches(password, found.password())).isPresent();
  }

  /// Written down for an unknown address, too, under nobody's name: it must take as long.
  private void refuse(Optional<Credentials> known, Instant now) {
    SessionOwner who = known.map(found -> found.membership().owner()).orElse(NOBODY);
    trail.add(AuditEntry.of(who, Act.SIGN_IN_REFUSED, "", now));
  }
}
