package com.aiqleads.platform.signin;

import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionStart;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Lets in whoever has shown who they are, by whichever way, unless a code is owed.
@Singleton
final class Admission {

  sealed interface Admitted
      extends SignIn.Outcome, ReturnFromProvider.Outcome, ConnectProvider.Outcome {}

  record SignedIn(Session session) implements Admitted {}

  /// The person is the right one, and a code is owed.
  record CodeOwed(RandomSecret challenge) implements Admitted {}

  private final Sessions sessions;
  private final SecondFactors factors;
  private final Challenges challenges;

  Admission(Sessions sessions, SecondFactors factors, Challenges challenges) {
    this.sessions = sessions;
    this.factors = factors;
    this.challenges = challenges;
  }

  /// Lets a member in.
  ///
  /// @param generation as it was before anything else was looked up: what begins the next one ends
  ///     this session, too
  Admitted admit(Membership member, Generation generation, Instant now, Device device) {
    SessionStart start = SessionStart.of(member, generation, now, device);
    return switch (factors.of(member.user().id())) {
      case None _ -> open(member, start);
      case Offered _ -> open(member, start);
      case Enrolled _ -> ask(start);
    };
  }

  private Admitted open(Membership member, SessionStart start) {
    return new SignedIn(sessions.open(member, start));
  }

  private Admitted ask(SessionStart start) {
    RandomSecret challenge = RandomSecret.next();
    challenges.add(challenge, start);
    return new CodeOwed(challenge);
  }
}
