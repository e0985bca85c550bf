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

/// What an access token says: who, in which team, as what, by which session, until when. Times are
/// whole seconds.
public record AccessClaims(
    UserId user,
    TeamId team,
    Set<Role> roles,
    Optional<FamilyId> session,
    UUID tokenId,
    Instant issuedAt) {

  public static final String AUDIENCE = "aiqleads";
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  public AccessClaims {
    roles = Set.copyOf(roles);
  }

  public static AccessClaims of(Membership membership, FamilyId session, Instant now) {
    return new AccessClaims(
        membership.user().id(),
        membership.team().id(),
        membership.roles(),
        Optional.of(session),
        Ids.next(() -> now),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  public Set<Scope> scopes() {
    return Role.scopesOf(roles);
  }

  public Instant expiresAt() {
    return issuedAt.plus(LIFETIME);
  }
}
