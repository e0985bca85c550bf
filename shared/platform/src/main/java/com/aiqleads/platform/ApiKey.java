package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Lets a program of a team in, for some of what its maker may do. It ends, at the latest after a
/// year, and allows nothing any more that its maker may not do any more.
public record ApiKey(
    ApiKeyId id,
    TeamId team,
    UserId maker,
    Name name,
    Set<Scope> scopes,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt) {

  public static final Duration MAX_LIFETIME = Duration.ofDays(366);
  public static final Duration USUAL_LIFETIME = Duration.ofDays(90);

  /// For so long both secrets are good after a rotation: long enough to change it everywhere.
  public static final Duration GRACE = Duration.ofHours(24);

  public static final int MOST_OF_A_TEAM = 50;

  public ApiKey {
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a key allows something");
    }
    scopes = Set.copyOf(scopes);
  }

  /// What its tokens allow, its maker being allowed this much now.
  public Set<Scope> usable(Set<Scope> ofMaker) {
    Set<Scope> usable = EnumSet.copyOf(scopes);
    usable.retainAll(ofMaker);
    return usable;
  }
}
