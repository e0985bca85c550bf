package com.aiqleads.platform;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What an access token says: who, in which team, as what, by which session or key, until when.
/// Times are whole seconds.
public record AccessClaims(
    UserId user,
    TeamId team,
    Set<Role> roles,
    Set<Scope> scopes,
    Optional<FamilyId> session,
    Optional<ApiKeyId> key,
    UUID tokenId,
    Instant issuedAt) {

  public static final String AUDIENCE = "aiqleads";
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  public AccessClaims {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  /// For a session of a person.
  ///
  /// @param usable the roles of the member that this session may use
  public static AccessClaims of(
      Membership membership, Set<Role> usable, FamilyId session, Instant now) {
    return new AccessClaims(
        membership.user().id(),
        membership.team().id(),
        usable,
        Role.scopesOf(usable),
        Optional.of(session),
        Optional.empty(),
        Ids.next(() -> now),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  /// For a program with a key: it acts for the key's maker, but in no role and by no session. It
  /// names the key, by which its requests are counted.
  public static AccessClaims of(ApiKey key, Set<Scope> usable, Instant now) {
    return new AccessClaims(
        key.maker(),
        key.team(),
        Set.of(),
        usable,
        Optional.empty(),
        Optional.of(key.id()),
        Ids.next(() -> now),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  public Instant expiresAt() {
    return issuedAt.plus(LIFETIME);
  }
}
