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

/// The API keys of a team. Everybody in the team sees that they exist; their makers, and whoever
/// administers, change and revoke them.
@Singleton
final class ManageKeys {

  /// What somebody wants a key for.
  record Wish(Name name, Set<Scope> scopes, Duration lifetime) {}

  /// A key with its secret, which is shown this one time.
  record Made(ApiKey key, ApiKeySecret secret) {}

  private final ApiKeys keys;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  ManageKeys(ApiKeys keys, AuditTrail trail, AllOrNothing together, InstantSource clock) {
    this.keys = keys;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  List<ApiKey> list(TeamId team) {
    return keys.of(team, clock.instant());
  }

  /// Empty if the team has as many as it may have.
  Optional<Made> make(SessionOwner who, Wish wish) {
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
    boolean added =
        together.run(
            () -> written(keys.add(key, secret.secret()), who, Act.API_KEY_MADE, key.id()));
    return Optional.of(new Made(key, secret)).filter(_ -> added);
  }

  /// Empty if there is no such key that this person may change.
  Optional<Made> rotate(SessionOwner who, ApiKeyId id, boolean mayAll) {
    Instant now = clock.instant();
    ApiKeySecret next = ApiKeySecret.next(id);
    return mine(who, id, mayAll)
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
