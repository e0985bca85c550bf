package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.EmailConfirmation;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The API keys of a team. Everybody in the team sees that they exist; their makers rotate and
/// revoke them, and whoever manages the team revokes any. Nobody rotates what somebody else made:
/// the new secret would let them in as its maker.
@Singleton
final class ManageKeys {

  /// What somebody wants a key for.
  record Wish(Name name, Set<Scope> scopes, Duration lifetime) {}

  sealed interface Outcome {}

  /// A key with its secret, which is shown this one time.
  record Made(ApiKey key, ApiKeySecret secret) implements Outcome {}

  record TooMany() implements Outcome {}

  /// Nobody has shown that the address is theirs: it may be a stranger's account.
  record Unconfirmed() implements Outcome {}

  /// The session has ended, or the person has left the team: only the access token is left.
  record SessionOver() implements Outcome {}

  private final ApiKeys keys;
  private final Members members;
  private final MySessions sessions;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  ManageKeys(
      ApiKeys keys,
      Members members,
      MySessions sessions,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.keys = keys;
    this.members = members;
    this.sessions = sessions;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  List<ApiKey> list(TeamId team) {
    return keys.of(team, clock.instant());
  }

  /// Neither a reset of the password nor the end of a membership falls between the look and the
  /// key, which would outlive them.
  Outcome make(SessionOwner who, FamilyId session, Wish wish) {
    return together.run(
        () -> {
          List<Membership> team = members.lockTeam(who.team());
          var _ = members.lockSessions(who.user());
          return team.stream()
              .filter(member -> member.user().id().equals(who.user()))
              .findFirst()
              .filter(_ -> sessions.isOpen(who.user(), session))
              .map(member -> make(member, wish))
              .orElseGet(SessionOver::new);
        });
  }

  private Outcome make(Membership member, Wish wish) {
    return switch (member.user().confirmation()) {
      case EmailConfirmation.Unconfirmed _ -> new Unconfirmed();
      case EmailConfirmation.Confirmed _ -> make(member.owner(), wish);
    };
  }

  private Outcome make(SessionOwner who, Wish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ApiKeySecret secret = ApiKeySecret.next(new ApiKeyId(Ids.next(clock)));
    ApiKey key =
        new ApiKey(
            secret.id(),
            who.team(),
            who.user(),
            wish.name(),
            wish.scopes(),
            now,
            now.plus(wish.lifetime()),
            Optional.empty());
    return written(keys.add(key, secret.secret()), who, Act.API_KEY_MADE, key.id())
        ? new Made(key, secret)
        : new TooMany();
  }

  /// Empty if there is no such key that this person made.
  Optional<Made> rotate(SessionOwner who, ApiKeyId id) {
    Instant now = clock.instant();
    ApiKeySecret next = ApiKeySecret.next(id);
    return mine(who, id, false)
        .filter(
            _ ->
                together.run(
                    () ->
                        written(
                            keys.rotate(who.team(), id, next.secret(), now, now.plus(ApiKey.GRACE)),
                            who,
                            Act.API_KEY_ROTATED,
                            id)))
        .map(key -> new Made(key, next));
  }

  /// False if there is no such key that this person may revoke.
  ///
  /// @param mayAll whether the person manages the team
  boolean revoke(SessionOwner who, ApiKeyId id, boolean mayAll) {
    return mine(who, id, mayAll)
        .filter(
            _ ->
                together.run(
                    () ->
                        written(
                            keys.revoke(who.team(), id, clock.instant()),
                            who,
                            Act.API_KEY_REVOKED,
                            id)))
        .isPresent();
  }

  private Optional<ApiKey> mine(SessionOwner who, ApiKeyId id, boolean mayAll) {
    return keys.find(who.team(), id, clock.instant())
        .filter(key -> mayAll || key.maker().equals(who.user()));
  }

  /// Of what was done, and only of that.
  private boolean written(boolean done, SessionOwner who, Act act, ApiKeyId id) {
    if (done) {
      trail.add(AuditEntry.of(who, act, id.text(), clock.instant()));
    }
    return done;
  }
}
