package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Each family knows its last token and the one before. Rotation is one conditional write: of two
/// callers with the same token one rotates, and the other is late or has replayed it.
public interface RefreshFamilies {

  /// From the sign-in, not from the last refresh: a stolen family ends too.
  Duration LIFETIME = Duration.ofDays(30);

  /// For so long the token before is refused without ending the family: two tabs of one browser
  /// renew at once, and the later one finds the new token a moment afterwards. It gets nothing, so
  /// a thief gains nothing; whoever shows it again afterwards has replayed it.
  Duration GRACE = Duration.ofSeconds(10);

  /// The sessions shown at once; more than that nobody can tell apart.
  int MAX_LISTED = 100;

  /// The sign-ins that are looked at for the list, ended ones too.
  int MAX_READ = 2_000;

  void start(RefreshToken first, SessionStart start);

  /// The session of whoever has its last token, which could be exchanged now. Nothing is used up.
  Optional<SessionStart> find(RefreshToken presented, Instant now);

  /// The session of this id, if it is this person's and not over.
  Optional<SessionStart> find(UserId user, FamilyId family, Instant now);

  /// Whoever learns of a replay ends the family, once it is written down. A guess is no replay,
  /// as it is not of the lineage: the id of a family is no secret, and whoever knows it must not
  /// be able to sign others out.
  Rotation rotate(RefreshToken presented, RefreshToken next, Instant now);

  /// Ends the family; one that is unknown or over already stays so.
  void revoke(FamilyId family);

  /// Whose family somebody may end who has its last token or the one before, if it is not over: the
  /// id of a family is no secret, so it alone ends nothing.
  Optional<SessionOwner> owner(RefreshToken presented, Instant now);

  /// The sessions of a person that are not over, the last started first; at most [#MAX_LISTED].
  List<OpenSession> of(UserId user, SessionsSince since, Instant now);
}
