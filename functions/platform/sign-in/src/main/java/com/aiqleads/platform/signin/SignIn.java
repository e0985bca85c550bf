package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An unknown address and a wrong password cost the same and look the same.
@Singleton
final class SignIn {

  sealed interface Outcome {}

  record SignedIn(Session session) implements Outcome {}

  /// The password is right, and a code is owed.
  record CodeOwed(RandomSecret challenge) implements Outcome {}

  record WrongCredentials() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  private static final SessionOwner NOBODY =
      new SessionOwner(new UserId(new UUID(0, 0)), new TeamId(new UUID(0, 0)));

  private final Members members;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Challenges challenges;
  private final AuditTrail trail;
  private final InstantSource clock;

  SignIn(
      Members members,
      Passwords passwords,
      Attempts attempts,
      Sessions sessions,
      SecondFactors factors,
      Challenges challenges,
      AuditTrail trail,
      InstantSource clock) {
    this.members = members;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.factors = factors;
    this.challenges = challenges;
    this.trail = trail;
    this.clock = clock;
  }

  Outcome signIn(Email email, Password password, Device device) {
    Instant now = clock.instant();
    String account = email.address().toLowerCase(Locale.ROOT);
    Optional<Duration> wait = attempts.admit(Limit.WRONG_PASSWORDS, account, now);
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    Optional<Credentials> known = members.withEmail(email);
    if (!matches(password, known)) {
      refuse(known, now);
      return new WrongCredentials();
    }
    attempts.giveBack(Limit.WRONG_PASSWORDS, account, now);
    return signIn(known.orElseThrow().membership(), now, device);
  }

  private Outcome signIn(Membership member, Instant now, Device device) {
    return switch (factors.of(member.user().id())) {
      case None _, Offered _ -> new SignedIn(sessions.open(member, now, device));
      case Enrolled _ -> {
        RandomSecret challenge = RandomSecret.next();
        challenges.add(challenge, SessionStart.of(member, now, device));
        yield new CodeOwed(challenge);
      }
    };
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
