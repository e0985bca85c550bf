package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Replayed;
import com.aiqleads.platform.Rotation.Rotated;
import com.aiqleads.platform.SecondFactorRule;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.platform.TokenSigner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens, renews and ends sessions. A renewed session has the roles of now, not of the sign-in.
/// What opens or ends one is written down first: a trail may tell of a session that never came to
/// be, but no session may be missing from it.
@Singleton
final class Sessions {

  /// What came of renewing.
  sealed interface Renewal {

    record Renewed(Session session) implements Renewal {}

    /// Another tab has renewed a moment ago and has the tokens.
    record Late() implements Renewal {}

    /// For whatever reason: the holder has to sign in again.
    record Over() implements Renewal {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private final RefreshFamilies families;
  private final Members members;
  private final SecondFactors factors;
  private final AuditTrail trail;
  private final TokenSigner signer;
  private final InstantSource clock;

  Sessions(
      RefreshFamilies families,
      Members members,
      SecondFactors factors,
      AuditTrail trail,
      TokenSigner signer,
      InstantSource clock) {
    this.families = families;
    this.members = members;
    this.factors = factors;
    this.trail = trail;
    this.signer = signer;
    this.clock = clock;
  }

  Session open(Membership member, SessionStart start) {
    FamilyId family = new FamilyId(Ids.next(clock));
    RefreshToken first = RefreshToken.random(family);
    write(member.owner(), Act.SIGNED_IN, family);
    families.start(first, start);
    LOG.atInfo()
        .addKeyValue("user", member.user().id())
        .addKeyValue("family", family)
        .log("signed in");
    return session(member, start, first);
  }

  /// Whatever may fail comes before the token is used up: whoever meets an outage can try again.
  Renewal renew(RefreshToken presented) {
    Instant now = clock.instant();
    RefreshToken next = presented.next();
    Optional<Session> session = families.find(presented, now).flatMap(start -> goOn(start, next));
    return switch (families.rotate(presented, next, now)) {
      case Rotated _ -> renewed(session, next);
      case Refused refused -> refuse(presented, refused.reason());
      case Replayed replayed -> replayed(presented, replayed);
    };
  }

  private Optional<Session> goOn(SessionStart start, RefreshToken next) {
    return members
        .find(start.owner().team(), start.owner().user())
        .filter(_ -> mayGoOn(start, next.family()))
        .map(member -> session(member, start, next));
  }

  private Renewal renewed(Optional<Session> session, RefreshToken next) {
    if (session.isEmpty()) {
      families.revoke(next.family());
    }
    return session.<Renewal>map(Renewal.Renewed::new).orElseGet(Renewal.Over::new);
  }

  private boolean mayGoOn(SessionStart start, FamilyId family) {
    return members.sessionsSince(start.owner().user()).allows(family, start.generation());
  }

  private Session session(Membership member, SessionStart start, RefreshToken refresh) {
    Set<Role> usable = usable(member, start, refresh.family());
    AccessClaims claims = AccessClaims.of(member, usable, refresh.family(), clock.instant());
    return new Session(signer.sign(claims), refresh, !usable.equals(member.roles()));
  }

  /// Renewing looks again, so that whoever enrols gets the rights at once.
  private Set<Role> usable(Membership member, SessionStart start, FamilyId session) {
    return SecondFactorRule.isForced(member.roles())
        ? SecondFactorRule.usable(member.roles(), factors.of(member.user().id()), start, session)
        : member.roles();
  }

  private Renewal replayed(RefreshToken presented, Replayed replayed) {
    end(replayed.owner(), Act.REFRESH_TOKEN_REPLAYED, presented.family());
    LOG.atWarn().addKeyValue("family", presented.family()).log("refresh token replayed");
    return new Renewal.Over();
  }

  private static Renewal refuse(RefreshToken presented, Reason reason) {
    LOG.atWarn()
        .addKeyValue("reason", reason)
        .addKeyValue("family", presented.family())
        .log("refresh refused");
    return reason == Reason.LATE ? new Renewal.Late() : new Renewal.Over();
  }

  void end(RefreshToken token) {
    families
        .owner(token, clock.instant())
        .ifPresent(owner -> end(owner, Act.SIGNED_OUT, token.family()));
  }

  private void end(SessionOwner owner, Act act, FamilyId family) {
    write(owner, act, family);
    families.revoke(family);
  }

  /// A session in another team of the person instead. It wants the refresh token, too, so that an
  /// access token alone does not live longer, and ends when the one before would have ended.
  Optional<Session> choose(UserId user, TeamId team, RefreshToken presented) {
    return members
        .find(team, user)
        .flatMap(
            member ->
                used(user, presented).flatMap(start -> choose(member, presented.family(), start)));
  }

  /// Whoever shows it uses it up, so that a token that was stolen ends here in any case.
  private Optional<SessionStart> used(UserId user, RefreshToken presented) {
    return switch (families.rotate(presented, presented.next(), clock.instant())) {
      case Rotated rotated -> {
        end(rotated.start().owner(), Act.SESSION_ENDED, presented.family());
        yield Optional.of(rotated.start()).filter(start -> start.owner().user().equals(user));
      }
      case Refused _ -> Optional.empty();
      case Replayed replayed -> {
        var _ = replayed(presented, replayed);
        yield Optional.empty();
      }
    };
  }

  /// Whatever kept the one before keeps this one, too: it is of the generation of now.
  private Optional<Session> choose(Membership member, FamilyId before, SessionStart start) {
    SessionsSince since = members.sessionsSince(member.user().id());
    if (!since.allows(before, start.generation())) {
      return Optional.empty();
    }
    trail.add(AuditEntry.of(member.owner(), Act.TEAM_CHOSEN, "", clock.instant()));
    boolean shown = SecondFactorRule.isShown(factors.of(member.user().id()), start, before);
    return Optional.of(open(member, start.goingOn(member, since.generation(), shown)));
  }

  private void write(SessionOwner who, Act act, FamilyId family) {
    trail.add(AuditEntry.of(who, act, family.text(), clock.instant()));
  }
}
