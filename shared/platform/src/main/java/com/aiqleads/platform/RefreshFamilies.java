package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Duration;
import java.time.Instant;

/// Each family knows its last token only. Rotation is one conditional write: of two callers with
/// the same token one rotates, and the other has replayed it.
public interface RefreshFamilies {

  /// From the sign-in, not from the last refresh: a stolen family ends too.
  Duration LIFETIME = Duration.ofDays(30);

  void start(RefreshToken first, UserId user, TeamId team, Instant expiresAt);

  /// A replayed token revokes its family.
  Rotation rotate(RefreshToken presented, RefreshToken next, Instant now);

  /// Ends the family; one that is unknown or over already stays so.
  void revoke(FamilyId family);
}
