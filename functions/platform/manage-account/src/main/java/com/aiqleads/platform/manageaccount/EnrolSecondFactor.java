package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import com.aiqleads.platform.SecondFactorRule;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Gives a person an authenticator app as the second factor, and takes it away again.
@Singleton
final class EnrolSecondFactor {

  sealed interface Outcome {}

  /// The recovery codes are shown this one time.
  record Done(List<RecoveryCode> codes) implements Outcome {}

  record WrongCode() implements Outcome {}

  record NotNow(Reason reason) implements Outcome {}

  /// Only the access token is left of it.
  record SessionOver() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  enum Reason {
    ENROLLED_ALREADY,
    NOTHING_OFFERED,
    NOT_ENROLLED,
    FORCED
  }

  private final SecondFactors factors;
  private final Members members;
  private final MySessions sessions;
  private final Attempts attempts;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  EnrolSecondFactor(
      SecondFactors factors,
      Members members,
      MySessions sessions,
      Attempts attempts,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.factors = factors;
    this.members = members;
    this.sessions = sessions;
    this.attempts = attempts;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  /// A new secret to put into the app; empty if the person is enrolled already.
  Optional<TotpSecret> offer(UserId user) {
    TotpSecret secret = TotpSecret.next();
    return Optional.of(secret).filter(offered -> factors.offer(user, offered));
  }

  Outcome enrol(SessionOwner who, FamilyId session, String code) {
    Optional<Duration> wait = admit(who);
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    return switch (factors.of(who.user())) {
      case None _ -> new NotNow(Reason.NOTHING_OFFERED);
      case Enrolled _ -> new NotNow(Reason.ENROLLED_ALREADY);
      case Offered offered -> enrol(who, session, offered.secret(), code);
    };
  }

  private Outcome enrol(SessionOwner who, FamilyId session, TotpSecret secret, String code) {
    OptionalLong step = Totp.match(secret, code, clock.instant());
    if (step.isEmpty()) {
      return new WrongCode();
    }
    List<RecoveryCode> codes = RecoveryCode.next();
    return together.run(
        () -> {
          var _ = members.lockSessions(who.user());
          return sessions.isOpen(who.user(), session)
              ? enrol(who, session, step.getAsLong(), codes)
              : new SessionOver();
        });
  }

  /// Whoever signed in elsewhere has shown a password only: those sessions end.
  private Outcome enrol(SessionOwner who, FamilyId session, long step, List<RecoveryCode> codes) {
    if (!factors.enrol(who.user(), step, codes, session)) {
      return new NotNow(Reason.ENROLLED_ALREADY);
    }
    members.endSessions(who.user(), Optional.of(session));
    write(who, Act.SECOND_FACTOR_ENROLLED);
    return new Done(codes);
  }

  /// Wants a code, so that an open browser alone does not open the account to everybody.
  Outcome remove(SessionOwner who, String code) {
    Optional<Duration> wait = admit(who);
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    if (isForced(who)) {
      return new NotNow(Reason.FORCED);
    }
    return switch (factors.of(who.user())) {
      case None _ -> new NotNow(Reason.NOT_ENROLLED);
      case Offered _ -> new NotNow(Reason.NOT_ENROLLED);
      case Enrolled enrolled -> remove(who, enrolled, code);
    };
  }

  private Outcome remove(SessionOwner who, Enrolled enrolled, String code) {
    OptionalLong step = Totp.match(enrolled.secret(), code, clock.instant());
    return together.run(
        () -> {
          if (step.isEmpty() || !factors.use(who.user(), step.getAsLong())) {
            return new WrongCode();
          }
          factors.remove(who.user());
          write(who, Act.SECOND_FACTOR_REMOVED);
          return new Done(List.of());
        });
  }

  private boolean isForced(SessionOwner who) {
    return members
        .find(who.team(), who.user())
        .map(Membership::roles)
        .filter(SecondFactorRule::isForced)
        .isPresent();
  }

  /// Six digits are soon guessed by whoever may try without end.
  private Optional<Duration> admit(SessionOwner who) {
    return attempts.admit(Limit.CODES, who.user().text(), clock.instant());
  }

  private void write(SessionOwner who, Act act) {
    Instant now = clock.instant();
    trail.add(AuditEntry.of(who, act, "", now));
  }
}
