package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.CodeCheck;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactorRule;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Gives a person an authenticator app as the second factor, another one in its place, and takes it
/// away again.
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
  private final CodeCheck codes;
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
    this.codes = new CodeCheck(factors, trail);
    this.attempts = attempts;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  /// A new secret to put into an app. What is enrolled stays good until this one takes its place.
  TotpSecret offer(UserId user) {
    TotpSecret secret = TotpSecret.next();
    factors.offer(user, secret);
    return secret;
  }

  /// Enrols with the secret that was offered last.
  ///
  /// @param code of the new app
  /// @param before of the app whose place it takes, or a recovery code
  Outcome enrol(SessionOwner who, FamilyId session, String code, Optional<String> before) {
    Optional<Duration> wait = attempts.admit(Limit.CODES, who.user().text(), clock.instant());
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    return factors
        .offered(who.user())
        .map(secret -> enrol(who, session, secret, code, before))
        .orElseGet(() -> new NotNow(Reason.NOTHING_OFFERED));
  }

  private Outcome enrol(
      SessionOwner who, FamilyId session, TotpSecret secret, String code, Optional<String> before) {
    OptionalLong step = Totp.match(secret, code, clock.instant());
    if (step.isEmpty()) {
      return refused(who);
    }
    return together.run(
        () -> {
          var _ = members.lockSessions(who.user());
          if (!sessions.isOpen(who.user(), session)) {
            return new SessionOver();
          }
          return mayTakeThePlace(who, before)
              .orElseGet(() -> enrol(who, session, secret, step.getAsLong()));
        });
  }

  /// Empty if the person may enrol: there is nothing yet, or what there is was shown.
  private Optional<Outcome> mayTakeThePlace(SessionOwner who, Optional<String> before) {
    if (!(factors.of(who.user()) instanceof Enrolled)) {
      return Optional.empty();
    }
    if (before.isEmpty()) {
      return Optional.of(new NotNow(Reason.ENROLLED_ALREADY));
    }
    return codes.shows(who, before.orElseThrow(), clock.instant())
        ? Optional.empty()
        : Optional.of(refused(who));
  }

  /// Whoever signed in elsewhere has shown a password only, or the app of before: those sessions
  /// end.
  private Outcome enrol(SessionOwner who, FamilyId session, TotpSecret secret, long step) {
    List<RecoveryCode> fresh = RecoveryCode.next();
    factors.enrol(who.user(), secret, step, fresh, session);
    members.endSessions(who.user(), Optional.of(session));
    write(who, Act.SECOND_FACTOR_ENROLLED);
    return done(who, fresh);
  }

  /// Wants a code, so that an open browser alone does not open the account to everybody.
  ///
  /// @param code of the app, or a recovery code: the app may be lost
  Outcome remove(SessionOwner who, String code) {
    return isForced(who)
        ? new NotNow(Reason.FORCED)
        : change(
            who,
            code,
            () -> {
              factors.remove(who.user());
              write(who, Act.SECOND_FACTOR_REMOVED);
              return List.of();
            });
  }

  /// Ten other recovery codes.
  ///
  /// @param code of the app, or a recovery code
  Outcome renewCodes(SessionOwner who, String code) {
    return change(
        who,
        code,
        () -> {
          List<RecoveryCode> fresh = RecoveryCode.next();
          factors.replaceCodes(who.user(), fresh);
          write(who, Act.RECOVERY_CODES_RENEWED);
          return fresh;
        });
  }

  private Outcome change(SessionOwner who, String code, Supplier<List<RecoveryCode>> act) {
    Optional<Duration> wait = attempts.admit(Limit.CODES, who.user().text(), clock.instant());
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    if (!(factors.of(who.user()) instanceof Enrolled)) {
      return new NotNow(Reason.NOT_ENROLLED);
    }
    return together.run(
        () -> codes.shows(who, code, clock.instant()) ? done(who, act.get()) : refused(who));
  }

  private boolean isForced(SessionOwner who) {
    return members
        .find(who.team(), who.user())
        .map(Membership::roles)
        .filter(SecondFactorRule::isForced)
        .isPresent();
  }

  /// Six digits are soon guessed by whoever may try without end; who knows them is not counted.
  private Outcome done(SessionOwner who, List<RecoveryCode> fresh) {
    attempts.giveBack(Limit.CODES, who.user().text(), clock.instant());
    return new Done(fresh);
  }

  private Outcome refused(SessionOwner who) {
    write(who, Act.SECOND_FACTOR_REFUSED);
    return new WrongCode();
  }

  private void write(SessionOwner who, Act act) {
    trail.add(AuditEntry.of(who, act, "", clock.instant()));
  }
}
