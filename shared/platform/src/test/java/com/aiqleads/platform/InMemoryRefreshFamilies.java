package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Rotated;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

public final class InMemoryRefreshFamilies implements RefreshFamilies {

  private record Family(
      String fingerprint, UserId user, TeamId team, Instant expiresAt, boolean revoked) {}

  private final Map<FamilyId, Family> families = new HashMap<>();

  @Override
  public synchronized void start(RefreshToken first, UserId user, TeamId team, Instant expiresAt) {
    families.put(first.family(), new Family(first.fingerprint(), user, team, expiresAt, false));
  }

  @Override
  public synchronized Rotation rotate(RefreshToken presented, RefreshToken next, Instant now) {
    Family family = families.get(presented.family());
    if (family == null) {
      return new Refused(Reason.UNKNOWN);
    }
    if (family.revoked()) {
      return new Refused(Reason.REVOKED);
    }
    if (!now.isBefore(family.expiresAt())) {
      return new Refused(Reason.EXPIRED);
    }
    if (!family.fingerprint().equals(presented.fingerprint())) {
      revoke(presented.family());
      return new Refused(Reason.REPLAYED);
    }
    start(next, family.user(), family.team(), family.expiresAt());
    return new Rotated(family.user(), family.team());
  }

  @Override
  public synchronized void revoke(FamilyId id) {
    families.computeIfPresent(
        id,
        (_, family) ->
            new Family(
                family.fingerprint(), family.user(), family.team(), family.expiresAt(), true));
  }
}
