package com.aiqleads.platform.signin;

import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.CodeCheck;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The second step of a sign-in: a code of the authenticator app, or a recovery code.
@Singleton
final class AnswerChallenge {

  sealed interface Outcome {}

  record SignedIn(Session session) implements Outcome {}

  record WrongCode() implements Outcome {}

  /// The challenge is used up, too old or not one of ours: back to the first step.
  record NoGood() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  private final Challenges challenges;
  private final CodeCheck codes;
  private final Members members;
  private final Attempts attempts;
  private final Sessions sessions;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  AnswerChallenge(
      Challenges challenges,
      SecondFactors factors,
      Members members,
      Attempts attempts,
      Sessions sessions,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.challenges = challenges;
    this.codes = new CodeCheck(factors, trail);
    this.members = members;
    this.attempts = attempts;
    this.sessions = sessions;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  Outcome answer(RandomSecret challenge, String code) {
    Optional<SessionStart> start = challenges.find(challenge, clock.instant());
    return start.map(found -> answer(challenge, found, code)).orElseGet(NoGood::new);
  }

  private Outcome answer(RandomSecret challenge, SessionStart start, String code) {
    SessionOwner who = start.owner();
    Instant now = clock.instant();
    Optional<Duration> wait = attempts.admit(Limit.CODES, who.user().text(), now);
    if (wait.isPresent()) {
      return new TooOften(wait.orElseThrow());
    }
    if (!isRight(who, code)) {
      trail.add(AuditEntry.of(who, Act.SIGN_IN_REFUSED, "", now));
      return new WrongCode();
    }
    attempts.giveBack(Limit.CODES, who.user().text(), now);
    Optional<Membership> member =
        members.find(who.team(), who.user()).filter(_ -> challenges.use(challenge));
    return member
        .<Outcome>map(found -> new SignedIn(sessions.open(found, start.withCode())))
        .orElseGet(NoGood::new);
  }

  private boolean isRight(SessionOwner who, String code) {
    return together.run(() -> codes.shows(who, code, clock.instant()));
  }
}
