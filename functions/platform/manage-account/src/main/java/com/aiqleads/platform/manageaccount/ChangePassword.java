package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordFault;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.PasswordRules;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.WrongPasswords;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// A new password for whoever knows the old one: an open browser alone is not enough. It ends every
/// other session, in the same write.
@Singleton
final class ChangePassword {

  sealed interface Outcome {}

  record Changed() implements Outcome {}

  record WrongPassword() implements Outcome {}

  record NotGoodEnough(Set<PasswordFault> faults) implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  /// Whoever signs in by a provider may have none.
  record NoPassword() implements Outcome {}

  record Gone() implements Outcome {}

  private final Members members;
  private final Passwords passwords;
  private final WrongPasswords wrong;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  ChangePassword(
      Members members,
      Passwords passwords,
      WrongPasswords wrong,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.members = members;
    this.passwords = passwords;
    this.wrong = wrong;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  /// What somebody shows, and from where.
  record Wish(Password old, Password next, Network from) {}

  Outcome change(SessionOwner who, FamilyId session, Wish wish) {
    Optional<Credentials> known = members.credentials(who.team(), who.user());
    return known
        .map(credentials -> change(credentials, session, wish))
        .orElseGet(() -> without(who));
  }

  private Outcome without(SessionOwner who) {
    return members.find(who.team(), who.user()).isPresent() ? new NoPassword() : new Gone();
  }

  private Outcome change(Credentials known, FamilyId session, Wish wish) {
    Email email = known.membership().user().email();
    Set<PasswordFault> faults = PasswordRules.faults(wish.next(), Optional.of(email));
    if (!faults.isEmpty()) {
      return new NotGoodEnough(faults);
    }
    Instant now = clock.instant();
    // The limit of signing in: guessing here must not be a way around it.
    Optional<Duration> wait = wrong.admit(email, wish.from(), now);
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    if (!passwords.matches(wish.old(), known.password())) {
      trail.add(AuditEntry.of(known.membership().owner(), Act.PASSWORD_REFUSED, "", now));
      return new WrongPassword();
    }
    wrong.giveBack(email, wish.from(), now);
    return store(known, session, passwords.hash(wish.next()), now);
  }

  /// Whoever reset the password since the old one was compared has the last word.
  private Outcome store(Credentials known, FamilyId session, PasswordHash hash, Instant now) {
    SessionOwner who = known.membership().owner();
    return together.run(
        () -> {
          if (!members.lockSessions(who.user()).generation().equals(known.generation())) {
            return new WrongPassword();
          }
          members.setPassword(who.user(), hash, Optional.of(session));
          trail.add(AuditEntry.of(who, Act.PASSWORD_CHANGED, "", now));
          return new Changed();
        });
  }
}
